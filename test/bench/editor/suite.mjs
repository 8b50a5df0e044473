import { once } from 'node:events';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { median } from '../measure.mjs';
import { launch } from './browser.mjs';
import { signInAndSeed, ADMINISTRATOR } from './pages.mjs';
import { openBlocks, typeInto } from './typing.mjs';

/** @import { Bench } from '../../../apps/launcher/bench-run.mjs' */

/** What has to be built. */
export const parts = ['server', 'editor'];

const ROUNDS = 4;
const KEYS = 15;
const KINDS = /** @type {const} */ (['richText', 'longText']);
const NAMES = { richText: 'rich text', longText: 'plain text' };

/**
 * What a key costs in the page editor: processor time of the browser's main thread from one key to the next, at eight
 * keys a second, with all blocks open. Beside it, in turns, a bare text area in the same page.
 * Takes the numbers of blocks: `npm run bench -- editor 50 300`.
 * @param {Bench} bench
 */
export default async function editor({ layout, environment, cli, port, args, say }) {
  const sizes = args.length ? args.map(Number) : [50, 300];
  const project = { PIPIT_PROJECT: path.join(layout.root, 'dist', 'test', 'sites', 'catalogue', 'index.js') };
  await cli(['migrate'], project);
  const { email, name, password } = ADMINISTRATOR;
  await cli(['user:create-admin', '--email', email, '--name', name, '--password-stdin'], project, `${password}\n`);
  const origin = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, [layout.server], {
    env: { ...process.env, ...environment, ...project, HOST: '127.0.0.1', PORT: String(port) },
    stdio: 'ignore',
  });
  const browser = await launch();
  try {
    while (!(await answers(origin))) {
      if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}.`);
      await sleep(50);
    }
    const { tab, addPage } = await signInAndSeed(browser, origin);
    say('main thread per key, in ms of processor time (median; of these: scripts, styles, layout)');
    for (const kind of KINDS)
      for (const size of sizes) {
        await openBlocks(tab, await addPage(kind, size), size);
        /** @type {Record<'block' | 'bare', import('./typing.mjs').Cost[]>} */
        const costs = { block: [], bare: [] };
        for (let round = 0; round < ROUNDS; round += 1)
          for (const place of /** @type {const} */ (['block', 'bare']))
            costs[place].push(...(await typeInto(tab, place, KEYS)));
        say(`${NAMES[kind]}, ${size} blocks:`.padEnd(26) + told(costs.block));
        say('  bare text area:'.padEnd(26) + told(costs.bare));
      }
  } finally {
    await browser.close();
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  }
}

/** @param {import('./typing.mjs').Cost[]} costs */
function told(costs) {
  const [all, script, style, layout] = /** @type {const} */ (['all', 'script', 'style', 'layout']).map((part) =>
    median(costs.map((cost) => cost[part])).toFixed(1),
  );
  const slowest = Math.max(...costs.map((cost) => cost.all)).toFixed(0);
  return `${all} (${script}, ${style}, ${layout}), slowest ${slowest}`;
}

/** @param {string} origin */
async function answers(origin) {
  const response = await fetch(`${origin}/api/admin/v1/health`).catch(() => null);
  await response?.body?.cancel();
  return response?.ok ?? false;
}
