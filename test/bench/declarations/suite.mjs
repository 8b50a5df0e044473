import { once } from 'node:events';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { alternating, median } from '../measure.mjs';

/** @import { Bench } from '../../../apps/launcher/bench-run.mjs' */

const ROUNDS = 7;

/**
 * What declarations cost: how much longer a server with 150 types, 2,000 fields and 500 blocks takes to its first
 * answer than one that declares nothing.
 * @param {Bench} bench
 */
export default async function declarations({ layout, environment, cli, port, say }) {
  await cli(['migrate'], { PIPIT_PROJECT: projectOf('nothing') });

  /** @param {string} name */
  function projectOf(name) {
    return path.join(layout.root, 'dist', 'test', 'sites', name, 'index.js');
  }

  /** @param {string} name */
  async function boot(name) {
    const start = performance.now();
    const server = spawn(process.execPath, [layout.server], {
      env: {
        ...process.env,
        ...environment,
        PIPIT_PROJECT: projectOf(name),
        PORT: String(port),
        PIPIT_EDITOR_DIST: '',
      },
      stdio: 'ignore',
    });
    try {
      while (!(await answers(port))) {
        if (server.exitCode !== null) throw new Error(`The server of “${name}” ended with ${server.exitCode}.`);
        await sleep(5);
      }
      return performance.now() - start;
    } finally {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    }
  }

  const { nothing, large } = await alternating(ROUNDS, {
    nothing: () => boot('nothing'),
    large: () => boot('large'),
  });
  const [without, withTypes] = [median(nothing ?? []), median(large ?? [])];
  say(`boot, nothing declared:                     ${without.toFixed(0)} ms (median of ${ROUNDS})`);
  say(`boot, 150 types, 2,000 fields, 500 blocks:  ${withTypes.toFixed(0)} ms`);
  say(`difference: ${(withTypes - without).toFixed(0)} ms, ratio ${(withTypes / without).toFixed(2)}`);
}

/** @param {number} port */
async function answers(port) {
  const response = await fetch(`http://127.0.0.1:${port}/api/admin/v1/health`).catch(() => null);
  await response?.body?.cancel();
  return response?.ok ?? false;
}
