import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { Commands, compiled, runEntry, runProgram, type Ended } from '../../support/commands.js';
import { scratchFolder } from '../../support/running-site.js';
import { withConnection } from '../../support/server.js';

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
/** A project in a folder of its own, whose declarations change as a test goes on, with a database. */
export class TempProject {
  private readonly commands = new Commands();
  private source = '';
  /** Compiled anew into a folder of its own after each change, as a process keeps what it has imported. */
  private builds = 0;
  private isBuilt = false;

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
    this.source = `import { migrations } from './migrations/index.js';
      ${source}
      export default { name: 'temp', types, models: typeof models === 'undefined' ? [] : models, migrations, migrationsDir: ${JSON.stringify(this.migrationsDir)} };`;
    this.isBuilt = false;
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
    this.isBuilt = false;
  }

  /** Takes a migration file away again. */
  remove(file: string): void {
    rmSync(path.join(this.migrationsDir, file));
    this.isBuilt = false;
  }

  /** Runs a command of the command line, or the server, to its end. */
  async run(args: readonly string[], entry: 'cli' | 'main' = 'cli'): Promise<Ended> {
    const env = this.environment();
    const ended = await (entry === 'cli' ? this.commands.run(args, env) : runEntry(entry, args, env));
    if (args[0] === 'makemigrations') this.isBuilt = false;
    return ended;
  }

  /** Runs a command on a terminal, where somebody answers its questions one after the other. */
  async onTerminal(args: readonly string[], answers: readonly string[]): Promise<Ended> {
    const words = [process.execPath, compiled('apps', 'api', 'src', 'cli.js'), ...args];
    const command = words.map((word) => `'${word}'`).join(' ');
    const left = [...answers];
    const script = ['--quiet', '--return', '--command', command, '/dev/null'];
    const ended = await runProgram('script', script, this.environment(), ({ stdin, stdout }) => {
      stdout.on('data', (chunk: Buffer) => {
        if (/\[y\/N\] $/.test(stripped(chunk.toString()))) stdin.write(`${left.shift() ?? 'n'}\n`);
      });
    });
    this.isBuilt = false;
    return ended;
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
    this.commands.end();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private environment(): Record<string, string> {
    return {
      PIPIT_SECRET: 'only these tests are signed with this: 77c0ffee00112233',
      PIPIT_DATA: path.join(this.folder, 'media'),
      PIPIT_PROJECT: path.join(this.built(), 'index.js'),
      DATABASE_URL: this.url,
      PORT: '0',
    };
  }

  /** The folder of the project as it is now, compiled. */
  private built(): string {
    if (!this.isBuilt) {
      this.builds += 1;
      mkdirSync(path.join(this.buildFolder, 'migrations'), { recursive: true });
      if (!readdirSync(this.migrationsDir).includes('index.ts')) {
        writeFileSync(path.join(this.migrationsDir, 'index.ts'), 'export const migrations: never[] = [];');
      }
      for (const name of readdirSync(this.migrationsDir)) this.compile(path.join('migrations', name), this.read(name));
      this.compile('index.ts', this.source);
      this.isBuilt = true;
    }
    return this.buildFolder;
  }

  private get buildFolder(): string {
    return path.join(this.folder, `build-${this.builds}`);
  }

  private compile(file: string, source: string): void {
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
    writeFileSync(path.join(this.buildFolder, file.replace(/\.ts$/, '.js')), linked);
  }
}

/** What a terminal shows, without what moves its cursor. */
function stripped(text: string): string {
  return text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');
}
