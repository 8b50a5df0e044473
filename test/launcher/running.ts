import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** A folder in which commands of the launcher run. */
interface Clone {
  readonly root: string;
}

/** A command of the launcher under way in a clone. */
export interface RunningCommand {
  readonly child: ChildProcess;
  /** Everything it has printed so far. */
  output(): string;
  /** Waits until it has printed something; fails when it ends before. */
  until(pattern: RegExp): Promise<string>;
  /** Waits for its end. */
  exitCode(): Promise<number | null>;
}

/** Starts `npm <args>` in the clone, with nothing of our own environment that could steer it. */
export function npm(clone: Clone, args: string[], env: Record<string, string> = {}): RunningCommand {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|PIPIT_|NODE_|DATABASE_URL|PORT|HOST|CI$|JEST)/.test(name),
  );
  const child = spawn('npm', args, {
    cwd: clone.root,
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    output: () => output,
    exitCode: () => ended,
    async until(pattern) {
      let over = false;
      void ended.then(() => (over = true));
      while (!pattern.test(output)) {
        if (over) throw new Error(`It ended before printing ${pattern}:\n${output}`);
        await sleep(20);
      }
      return output;
    },
  };
}

/**
 * Ports for one test file, different in each run: other clones on this machine may run these tests too.
 */
export function somePorts(): { api: number; site: number; env: { PORT: string; SITE_PORT: string } } {
  // Below the range from which systems hand out ports by themselves.
  const api = 10_000 + randomInt(1000) * 20;
  const site = api + 10;
  return { api, site, env: { PORT: String(api), SITE_PORT: String(site) } };
}

/** Processes which have something to do with the clone, as lines of pid and command. */
export function processesOf(clone: Clone): string[] {
  const { stdout } = spawnSync('/bin/sh', [
    '-c',
    'for p in /proc/[0-9]*; do printf "%s " "${p#/proc/}"; tr "\\0" " " < $p/cmdline 2>/dev/null; readlink $p/cwd 2>/dev/null || echo; done',
  ]);
  return stdout
    .toString()
    .split('\n')
    .filter((line) => line.includes(clone.root));
}

/** Waits until no process of the clone is left; gives those that are. */
export async function untilNothingRuns(clone: Clone): Promise<string[]> {
  for (let round = 0; round < 100; round++) {
    if (processesOf(clone).length === 0) return [];
    await sleep(100);
  }
  return processesOf(clone);
}
