import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { scratchFolder } from '../../support/running-site.js';
import { withConnection } from '../../support/server.js';

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const compiled = (...names: string[]): string => path.join(repository, 'dist', ...names);

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A project in a folder of its own, whose declarations change as a test goes on, with a database. */
export class TempProject {
  private constructor(
    readonly folder: string,
    private database: TestDatabase,
  ) {}

  static async create(): Promise<TempProject> {
    const folder = scratchFolder();
    mkdirSync(path.join(folder, 'migrations'));
    writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
    return new TempProject(folder, await createTestDatabase());
  }

  get url(): string {
    return this.database.url;
  }

  /** Replaces the declarations: TypeScript that declares classes and lists them, as `types` and, if any, `models`. */
  declare(source: string): void {
    const index = `import { migrations } from './migrations/index.js';
      ${source}
      export default { name: 'temp', types, models: typeof models === 'undefined' ? [] : models, migrations, migrationsDir: ${JSON.stringify(this.migrationsDir)} };`;
    this.compile(path.join(this.folder, 'index.ts'), index);
    this.compileMigrations();
  }

  get migrationsDir(): string {
    return path.join(this.folder, 'migrations');
  }

  /** Names of the migration files, in order of time. */
  files(): string[] {
    return readdirSync(this.migrationsDir)
      .filter((name) => /^\d{13}.*\.ts$/.test(name))
      .sort();
  }

  read(file: string): string {
    return readFileSync(path.join(this.migrationsDir, file), 'utf8');
  }

  /** Writes a migration file, or the index of them. */
  write(file: string, source: string): void {
    writeFileSync(path.join(this.migrationsDir, file), source);
    this.compileMigrations();
  }

  /** Takes a migration file away again. */
  remove(file: string): void {
    rmSync(path.join(this.migrationsDir, file));
    rmSync(path.join(this.migrationsDir, file.replace(/\.ts$/, '.js')));
  }

  /** Runs a command of the command line, or the server, to its end. */
  async run(args: readonly string[], entry: 'cli' | 'main' = 'cli'): Promise<Ended> {
    return this.spawned(process.execPath, [compiled('apps', 'api', 'src', `${entry}.js`), ...args]);
  }

  /** Runs a command on a terminal, where somebody answers its questions one after the other. */
  async onTerminal(args: readonly string[], answers: readonly string[]): Promise<Ended> {
    const words = [process.execPath, compiled('apps', 'api', 'src', 'cli.js'), ...args];
    const command = words.map((word) => `'${word}'`).join(' ');
    return this.spawned('script', ['--quiet', '--return', '--command', command, '/dev/null'], answers);
  }

  private async spawned(program: string, args: readonly string[], answers: readonly string[] = []): Promise<Ended> {
    const child = spawn(program, args, {
      cwd: repository,
      env: {
        PATH: process.env['PATH'] ?? '',
        NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
        PIPIT_SECRET: 'only these tests are signed with this: 77c0ffee00112233',
        PIPIT_DATA: path.join(this.folder, 'media'),
        PIPIT_PROJECT: path.join(this.folder, 'index.js'),
        DATABASE_URL: this.url,
        PORT: '0',
      },
      stdio: [answers.length > 0 ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    });
    const printed = { out: '', err: '' };
    const left = [...answers];
    child.stdout?.on('data', (chunk: Buffer) => {
      printed.out += chunk.toString();
      if (/\[y\/N\] $/.test(stripped(chunk.toString()))) child.stdin?.write(`${left.shift() ?? 'n'}\n`);
    });
    child.stderr?.on('data', (chunk: Buffer) => (printed.err += chunk.toString()));
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    this.compileMigrations();
    return { code, ...printed };
  }

  /** Runs commands that have to end well; answers what the last one printed. */
  async must(...commands: (readonly string[])[]): Promise<string> {
    let out = '';
    for (const args of commands) {
      const ended = await this.run(args);
      if (ended.code !== 0) throw new Error(`${args.join(' ')} ended with ${ended.code}: ${ended.err}${ended.out}`);
      out = ended.out;
    }
    return out;
  }

  async sql<T = Record<string, unknown>>(query: string): Promise<T[]> {
    return withConnection(this.url, async (client) => (await client.query(query)).rows as T[]);
  }

  /** Goes on with an empty database; what was made of the old one is dropped. */
  async freshDatabase(): Promise<void> {
    await this.database.drop();
    this.database = await createTestDatabase();
  }

  async end(): Promise<void> {
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private compileMigrations(): void {
    if (!readdirSync(this.migrationsDir).includes('index.ts')) {
      this.compile(path.join(this.migrationsDir, 'index.ts'), 'export const migrations: never[] = [];', false);
    }
    for (const name of readdirSync(this.migrationsDir).filter((each) => each.endsWith('.ts'))) {
      const file = path.join(this.migrationsDir, name);
      this.compile(file, readFileSync(file, 'utf8'), false);
    }
  }

  private compile(file: string, source: string, keep = true): void {
    if (keep) writeFileSync(file, source);
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2023,
        experimentalDecorators: true,
        useDefineForClassFields: false,
      },
    });
    const cms = pathToFileURL(compiled('libs', 'cms', 'src', 'index.js')).href;
    const typeorm = pathToFileURL(path.join(repository, 'node_modules', 'typeorm', 'index.mjs')).href;
    const linked = outputText.replaceAll(`'@pipit/cms'`, `'${cms}'`).replaceAll(`'typeorm'`, `'${typeorm}'`);
    writeFileSync(file.replace(/\.ts$/, '.js'), linked);
  }
}

/** What a terminal shows, without what moves its cursor. */
function stripped(text: string): string {
  return text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');
}
