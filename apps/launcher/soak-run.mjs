import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { runCli } from './cli.mjs';
import { embedded, withClient } from './database.mjs';
import { layout } from './layout.mjs';
import { anyFreePort } from './ports.mjs';
import { Problem } from './problem.mjs';
import { Scope } from './scope.mjs';
import { serverEnvironment } from './services.mjs';
import { soakOrder } from './soak-options.mjs';
import { exitCodeOf, stopRequest } from './stop.mjs';

/** @import { Outcome, Place, StormOrder } from '../../test/soak/support/run-storm.mjs' */
/** @import { Storm } from '../../test/soak/support/define-storm.mjs' */

const storms = path.join(layout.root, 'test', 'soak');

/** Kept of each server's log, for when it ends by itself. */
const LAST_LINES = 40;

/**
 * Runs one storm to its end, with as many seeds as asked for.
 * @param {string[]} args the storm's name and its options
 * @param {(line: string) => void} say
 * @returns {Promise<number>} exit code: 1 when something that must hold did not
 */
export async function runSoak([name, ...args], say) {
  const scope = new Scope();
  const stopping = stopRequest();
  const work = soak(scope, name, args, say);
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
 * @returns {Promise<number>} exit code
 */
async function soak(scope, name, args, say) {
  const file = path.join(storms, name ?? '', 'storm.mjs');
  if (!name || !/^[\w-]+$/.test(name) || !existsSync(file)) {
    throw new Problem(`Name a storm: npm run soak -- ${stormNames().join(' | ')}`);
  }
  /** @type {{ default: Storm }} */
  const { default: storm } = await import(pathToFileURL(file).href);
  const order = soakOrder(name, storm.long, args);
  /** @type {{ runStorm: (storm: Storm, order: StormOrder) => Promise<Outcome> }} */
  const { runStorm } = await import(pathToFileURL(path.join(storms, 'support', 'run-storm.mjs')).href);
  await ensureBuilt(layout, scope, say, ['server']);
  const placeOf = await prepare(scope, say);
  let code = 0;
  for (let seed = order.seed; seed < order.seed + order.seeds; seed += 1) {
    scope.throwIfClosing();
    const amounts = Object.entries(order.amounts).map(([each, amount]) => `--${each} ${amount}`);
    say(`\n${name}: npm run soak -- ${[name, '--seed', seed, ...amounts].join(' ')}`);
    const start = performance.now();
    const place = await placeOf(seed);
    const outcome = await runStorm(storm, { seed, amounts: order.amounts, place, say: (line) => say(`  ${line}`) });
    report(outcome, storm, (performance.now() - start) / 1000, say);
    if (outcome.violations.length > 0) code = 1;
  }
  return code;
}

/**
 * A Postgres of its own with a template of the demo site, and how to get a place for a seed.
 * @param {Scope} scope
 * @param {(line: string) => void} say
 * @returns {Promise<(seed: number) => Promise<Place>>}
 */
async function prepare(scope, say) {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'pipit-soak-'));
  // The user Postgres runs as has to get through to its own folder inside.
  chmodSync(scratch, 0o711);
  scope.add(() => rmSync(scratch, { recursive: true, force: true }));
  const { databaseUrl, home } = await embedded(path.join(scratch, 'postgres'), scope, say, true);
  scope.add(() => rmSync(home, { recursive: true, force: true }));
  const [media, temporary] = [path.join(scratch, 'media'), path.join(scratch, 'temporary')];
  mkdirSync(temporary);
  const env = { PIPIT_DATA: media, TMPDIR: temporary, PIPIT_EDITOR_DIST: '', PIPIT_PROJECT: '' };
  const administrator = { email: 'soak@example.org', password: randomBytes(18).toString('base64url') };
  await runCli(layout, scope, databaseUrl, ['migrate'], { env });
  await runCli(layout, scope, databaseUrl, ['demo:load'], { env });
  const person = ['--email', administrator.email, '--name', 'Soak', '--password-stdin'];
  await runCli(layout, scope, databaseUrl, ['user:create-admin', ...person], {
    env,
    input: `${administrator.password}\n`,
  });
  return async (seed) => {
    const url = await copyOf(databaseUrl, `storm_${seed}`);
    return {
      databaseUrl: url,
      media,
      temporary,
      administrator,
      freePort: anyFreePort,
      serve: (port, preloads) => serve(scope, url, port, { env, preloads }),
      treeFaults: () => fixtree(scope, url, env),
    };
  };
}

/**
 * @param {string} template connection string of the database to copy
 * @param {string} name
 */
async function copyOf(template, name) {
  const of = (/** @type {string} */ database) => Object.assign(new URL(template), { pathname: `/${database}` }).href;
  await withClient(of('postgres'), async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${new URL(template).pathname.slice(1)}`);
  });
  return of(name);
}

/**
 * @param {Scope} scope
 * @param {string} databaseUrl
 * @param {number} port
 * @param {{ env: Record<string, string>, preloads: readonly string[] }} how
 */
function serve(scope, databaseUrl, port, { env, preloads }) {
  const server = scope.start({
    name: `API server on port ${port}`,
    program: process.execPath,
    args: ['--enable-source-maps', ...preloads.flatMap((file) => ['--import', file]), layout.server],
    cwd: layout.root,
    log: path.join(layout.logs, `soak-${port}.log`),
    tail: LAST_LINES,
    env: { ...serverEnvironment(layout, databaseUrl), ...env, HOST: '127.0.0.1', PORT: String(port) },
  });
  return { ...server, pid: server.record.pid };
}

/**
 * What the command that mends trees finds.
 * @param {Scope} scope
 * @param {string} databaseUrl
 * @param {Record<string, string>} env
 * @returns {Promise<string[]>}
 */
async function fixtree(scope, databaseUrl, env) {
  try {
    await runCli(layout, scope, databaseUrl, ['fixtree'], { env });
    return [];
  } catch (error) {
    if (error instanceof Problem) return [error.message];
    throw error;
  }
}

/**
 * @param {Outcome} outcome
 * @param {Storm} storm
 * @param {number} seconds
 * @param {(line: string) => void} say
 */
function report({ counts, violations }, { must }, seconds, say) {
  const width = Math.max(0, ...Object.keys(counts).map((each) => each.length));
  for (const [each, count] of Object.entries(counts)) say(`  ${each.padEnd(width)}  ${count}`);
  for (const violation of violations) say(`  VIOLATED  ${violation}`);
  const result = violations.length === 0 ? 'held' : `${violations.length} violation(s)`;
  say(`  ${result} after ${seconds.toFixed(1)} s: ${must}`);
}

function stormNames() {
  return readdirSync(storms, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(storms, entry.name, 'storm.mjs')))
    .map((entry) => entry.name);
}
