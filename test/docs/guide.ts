import { execFile, execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestDatabase } from '../support/database.js';
import { DEMO, siteDatabase, startSite, type RunningSite } from '../support/running-site.js';

/** The repository whose guides are followed. */
export const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A step of a guide: a file to write or to add to, or a command to run. */
type Step =
  | { readonly does: 'write'; readonly file: string; readonly text: string }
  | { readonly does: 'add'; readonly file: string; readonly after: string; readonly text: string }
  | { readonly does: 'run'; readonly command: string };

/** The steps of a guide, in order. */
function stepsOf(markdown: string): Step[] {
  return [...markdown.matchAll(/^```(\w+)(?: file=(\S+))?(?: after="([^\n]*)")?\n(.*?)^```/gms)].flatMap(
    ([, language, file, after, text = '']): Step[] => {
      if (file && after) return [{ does: 'add', file, after, text }];
      if (file) return [{ does: 'write', file, text }];
      if (language !== 'sh') throw new Error(`A block of ${language} is neither a file nor a command: ${text}`);
      return text
        .trim()
        .split('\n')
        .map((command) => ({ does: 'run', command }));
    },
  );
}

/** The repository as it is checked out, changes included, with the packages of this one. */
async function makeClone(): Promise<string> {
  const clone = await mkdtemp(path.join(os.tmpdir(), 'pipit-guide-'));
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: repository,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  for (const name of listed.split('\0').filter(Boolean)) {
    await cp(path.join(repository, name), path.join(clone, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
  await symlink(path.join(repository, 'node_modules'), path.join(clone, 'node_modules'));
  return clone;
}

/** A clone in which a guide is followed, with the demo's database. */
export class GuideTrial {
  private site: RunningSite | undefined;

  private constructor(
    readonly clone: string,
    private readonly database: TestDatabase,
    private readonly whenStarted: (site: RunningSite) => Promise<void>,
  ) {}

  /** `whenStarted` does what the guide asks of a person once the server runs. */
  static async begin(whenStarted: (site: RunningSite) => Promise<void> = async () => {}): Promise<GuideTrial> {
    const [clone, database] = await Promise.all([makeClone(), siteDatabase(DEMO)]);
    return new GuideTrial(clone, database, whenStarted);
  }

  async end(): Promise<void> {
    await (this.site ? this.site.stop() : this.database.drop());
    await rm(this.clone, { recursive: true, force: true });
  }

  /** Takes every step as it is written; answers what each command printed. */
  async follow(guide: string): Promise<(begin: string) => string> {
    const printed = new Map<string, string>();
    for (const step of stepsOf(await readFile(path.join(repository, 'apps/docs/guide', guide), 'utf8'))) {
      if (step.does === 'run') printed.set(step.command, await this.run(step.command));
      else await this.write(step);
    }
    return (begin) => [...printed].find(([command]) => command.startsWith(begin))?.[1] ?? '';
  }

  private async write(step: Exclude<Step, { does: 'run' }>): Promise<void> {
    const file = path.join(this.clone, step.file);
    if (step.does === 'write') {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, step.text);
      return;
    }
    const source = await readFile(file, 'utf8');
    if (!source.includes(`${step.after}\n`)) throw new Error(`${step.file} has no line “${step.after}”.`);
    await writeFile(file, source.replace(`${step.after}\n`, `${step.after}\n${step.text}`));
  }

  /** Does what a command does; answers what it printed. */
  private async run(command: string): Promise<string> {
    const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    const [program, ...args] = words;
    if (command === 'npm start') {
      this.site = await startSite(DEMO, { root: this.clone, database: this.database });
      await this.whenStarted(this.site);
      return '';
    }
    if (command.startsWith('npm test -- ')) {
      // Jest alone: the command builds editor and frontend first, which this test has no use for.
      const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--config', 'test/jest.config.mjs'];
      const paths = ['--rootDir', this.clone, '--runTestsByPath', ...args.slice(2)];
      return (await this.execute(process.execPath, [...jest, ...paths])).stderr;
    }
    if (program === 'curl') {
      const asked = new URL(args[0] ?? '');
      return (await fetch(new URL(asked.pathname + asked.search, this.site?.origin))).text();
    }
    return (await this.execute(program ?? '', args)).stdout;
  }

  private execute(program: string, args: readonly string[]) {
    return promisify(execFile)(program, args, {
      cwd: this.clone,
      env: {
        PATH: process.env['PATH'],
        HOME: this.clone,
        DATABASE_URL: this.database.url,
        PIPIT_DATA: path.join(this.clone, 'media'),
      },
    });
  }
}
