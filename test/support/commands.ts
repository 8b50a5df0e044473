import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const repository = path.resolve(here, '..', '..');

/** A file of the compiled server. */
export const compiled = (...names: string[]): string => path.join(repository, 'dist', ...names);

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** What tests say to a command: everything it learns from its environment. */
export type Environment = Readonly<Record<string, string>>;

/** Runs a program of Node to its end, in a process of its own. */
export async function runProgram(
  program: string,
  args: readonly string[],
  env: Environment,
  talk: (child: ChildProcessWithoutNullStreams) => void = (child) => child.stdin.end(),
): Promise<Ended> {
  const child = spawn(program, args, { cwd: repository, env: { ...inherited(), ...env } });
  const printed = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (printed.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed.err += chunk.toString()));
  talk(child);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...printed };
}

/** Runs an entry point of the server, as `npm run pipit --` and `npm start` do. */
export const runEntry = (entry: 'cli' | 'main', args: readonly string[], env: Environment, input = '') =>
  runProgram(process.execPath, [compiled('apps', 'api', 'src', `${entry}.js`), ...args], env, ({ stdin }) =>
    stdin.end(input),
  );

/**
 * The command line, loaded once for all commands of a test file; a second command beside a running one gets a process
 * of its own. End it after all tests.
 */
export class Commands {
  private host: ChildProcessWithoutNullStreams | null = null;
  private answers: AsyncIterator<string> | null = null;
  private busy = false;

  async run(args: readonly string[], env: Environment): Promise<Ended> {
    if (this.busy) return runEntry('cli', args, env);
    this.busy = true;
    try {
      const host = this.started();
      host.stdin.write(`${JSON.stringify({ cli: compiled('apps', 'api', 'src', 'cli.js'), args, env })}\n`);
      const answer = await this.answers!.next();
      if (answer.done) throw new Error(`The command line ended during ${args.join(' ')}.`);
      return JSON.parse(answer.value) as Ended;
    } finally {
      this.busy = false;
    }
  }

  end(): void {
    this.host?.kill();
  }

  private started(): ChildProcessWithoutNullStreams {
    if (this.host) return this.host;
    const host = spawn(process.execPath, [path.join(here, 'command-host.mjs')], { cwd: repository, env: inherited() });
    host.stderr.pipe(process.stderr);
    this.answers = createInterface({ input: host.stdout })[Symbol.asyncIterator]();
    this.host = host;
    return host;
  }
}

const inherited = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
});
