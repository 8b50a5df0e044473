import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** @import { Soak } from './define-storm.mjs' */
/** @import { StormServer } from './server.mjs' */

/**
 * What a module tells that a server loaded first (`loop-watch.mjs`, `memory-watch.mjs`): asked by a signal, told in a file.
 * @param {Soak} soak
 * @param {StormServer | undefined} server
 * @param {'event-loop' | 'memory'} what
 * @returns {Promise<any>}
 */
export async function toldBy({ media }, server, what) {
  const pid = server?.pid ?? 0;
  const file = path.join(media, `${what}-${pid}.json`);
  rmSync(file, { force: true });
  // To the process 0 a signal would go to all of ours.
  if (pid > 0) process.kill(pid, 'SIGWINCH');
  for (;;) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (text.endsWith('}')) return JSON.parse(text);
    if (!server?.isRunning) throw new Error('The server has ended.');
    await sleep(20);
  }
}
