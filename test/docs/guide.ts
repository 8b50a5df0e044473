import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { npm, somePorts, untilNothingRuns, type RunningCommand } from '../launcher/running.js';

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
    await cp(path.join(repository, name), path.join(clone, name)).catch(ifMissing);
  }
  for (const packages of ['node_modules', 'apps/editor/node_modules', 'apps/site/node_modules'])
    if (existsSync(path.join(repository, packages)))
      await symlink(path.join(repository, packages), path.join(clone, packages));
  // What is built already need not be built again; what a guide changes will be.
  for (const built of ['dist', 'apps/editor/dist', 'apps/site/dist', '.pipit/built'])
    await cp(path.join(repository, built), path.join(clone, built), { recursive: true }).catch(ifMissing);
  return clone;
}

function ifMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

/** Pipit as `npm start` runs it in the clone. */
export interface StartedPipit {
  readonly origin: string;
  /** Of the first administrator, as the command printed it. */
  readonly password: string;
}

/** A clone in which a guide is followed, with a database of its own that the commands start. */
export class GuideTrial {
  private readonly ports = somePorts();
  private running: RunningCommand | undefined;

  private constructor(
    readonly clone: string,
    private readonly whenStarted: (pipit: StartedPipit) => Promise<void>,
  ) {}

  /** `whenStarted` does what the guide asks of a person once the server runs. */
  static async begin(whenStarted: (pipit: StartedPipit) => Promise<void> = async () => {}): Promise<GuideTrial> {
    const trial = new GuideTrial(await makeClone(), whenStarted);
    // The clone's database has never been used: the guides say that this comes first then.
    await trial.npm(['run', 'pipit', '--', 'migrate']);
    return trial;
  }

  async end(): Promise<void> {
    if (this.running) {
      const lock = await readFile(path.join(this.clone, '.pipit', 'running.lock'), 'utf8');
      process.kill((JSON.parse(lock) as { owner: { pid: number } }).owner.pid, 'SIGINT');
      await this.running.exitCode();
    }
    const left = await untilNothingRuns({ root: this.clone });
    await rm(this.clone, { recursive: true, force: true });
    expect(left).toEqual([]);
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

  /** Runs a command; answers what it printed. */
  private async run(command: string): Promise<string> {
    const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    const [program, ...args] = words;
    if (command === 'npm start') return this.start();
    if (program === 'npm') return this.npm(args);
    // Other servers on this machine may have the port that the guide speaks of.
    const here = args.map((word) => word.replace('http://localhost:3000', this.origin));
    return (await promisify(execFile)(program ?? '', here, { cwd: this.clone })).stdout;
  }

  private get origin(): string {
    return `http://127.0.0.1:${this.ports.api}`;
  }

  private async start(): Promise<string> {
    this.running = npm({ root: this.clone }, ['start'], this.ports.env);
    const output = await this.running.until(/Pipit is ready.*\n/);
    await this.whenStarted({ origin: this.origin, password: /Password\s+(\S+)/.exec(output)?.[1] ?? '' });
    return output;
  }

  private async npm(args: string[]): Promise<string> {
    const command = npm({ root: this.clone }, args);
    const code = await command.exitCode();
    if (code !== 0) throw new Error(`npm ${args.join(' ')} ended with ${code}:\n${command.output()}`);
    return command.output();
  }
}
