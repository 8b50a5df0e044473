import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { runCli } from './cli.mjs';
import { embedded } from './database.mjs';
import { layout } from './layout.mjs';
import { anyFreePort } from './ports.mjs';
import { Problem } from './problem.mjs';
import { Scope } from './scope.mjs';
import { serverEnvironment } from './services.mjs';
import { exitCodeOf, stopRequest } from './stop.mjs';

/** @import { Layout } from './layout.mjs' */

/**
 * What a suite of measurements works with: a database of its own, empty and not migrated. A suite that needs more than
 * the server built exports its `parts`.
 * @typedef {object} Bench
 * @property {Layout} layout
 * @property {string} databaseUrl
 * @property {Record<string, string>} environment of the server
 * @property {(args: string[], env?: Record<string, string>, input?: string) => Promise<void>} cli runs a command of the
 *   command line
 * @property {number} port a free one
 * @property {string[]} args what followed the suite's name
 * @property {(line: string) => void} say prints a result
 */

const suites = path.join(layout.root, 'test', 'bench');

/**
 * Runs one suite of measurements to its end.
 * @param {string[]} args the suite's name and what it takes
 * @param {(line: string) => void} say
 * @returns {Promise<number>} exit code
 */
export async function runBench([name, ...args], say) {
  const scope = new Scope();
  const stopping = stopRequest();
  const work = bench(scope, name, args, say).then(() => 0);
  try {
    const first = await Promise.race([work, stopping]);
    return typeof first === 'number' ? first : exitCodeOf(first);
  } finally {
    work.catch(() => {});
    await scope.close();
  }
}

/**
 * @param {Scope} scope
 * @param {string | undefined} name
 * @param {string[]} args
 * @param {(line: string) => void} say
 */
async function bench(scope, name, args, say) {
  const file = path.join(suites, name ?? '', 'suite.mjs');
  if (!name || !existsSync(file)) throw new Problem(`Name a suite: npm run bench -- ${suiteNames().join(' | ')}`);
  const { default: suite, parts = ['server'] } = await import(pathToFileURL(file).href);
  await ensureBuilt(layout, scope, say, parts);
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'pipit-bench-'));
  // The user Postgres runs as has to get through to its own folder inside.
  chmodSync(scratch, 0o711);
  scope.add(() => rmSync(scratch, { recursive: true, force: true }));
  const { databaseUrl, home } = await embedded(path.join(scratch, 'postgres'), scope, say, false);
  scope.add(() => rmSync(home, { recursive: true, force: true }));
  const environment = { ...serverEnvironment(layout, databaseUrl), PIPIT_DATA: path.join(scratch, 'media') };
  await suite({
    layout,
    databaseUrl,
    environment,
    cli: (/** @type {string[]} */ command, env = {}, input = undefined) =>
      runCli(layout, scope, databaseUrl, command, { env: { ...environment, ...env }, input }),
    port: await anyFreePort(),
    args,
    say,
  });
}

function suiteNames() {
  return readdirSync(suites, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
