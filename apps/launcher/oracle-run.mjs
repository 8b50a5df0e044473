import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { runCli } from './cli.mjs';
import { embedded } from './database.mjs';
import { makeFlatMedia } from './flat-media.mjs';
import { layout } from './layout.mjs';
import { fixtureFile, oracleFolder, readFixture, recordedSet } from './oracle-sets.mjs';
import { portFromEnvironment, tryPort } from './ports.mjs';
import { Problem } from './problem.mjs';
import { Scope } from './scope.mjs';
import { startApi, untilAnswering } from './services.mjs';
import { exitCodeOf, stopRequest } from './stop.mjs';

/** @import { Started } from './scope.mjs' */

/**
 * Serves a recorded data set from an empty database of its own until interrupted. The clone's own database, and
 * DATABASE_URL, are left alone: what is served here starts from nothing each time.
 * @param {string[]} args
 * @param {(line: string) => void} say
 * @returns {Promise<number>} exit code
 */
export async function runOracle([name], say) {
  const scope = new Scope();
  const stopping = stopRequest();
  let isReady = false;
  const up = bringUp(scope, name, say).then((api) => {
    isReady = true;
    return api;
  });
  try {
    const first = await Promise.race([stopping, up.then(async (api) => ({ api, how: await api.ended }))]);
    if (typeof first === 'string') return isReady ? 0 : exitCodeOf(first);
    console.error(`\nThe ${first.api.name} ended unexpectedly (${first.how}). ${first.api.lastWords()}`);
    return 1;
  } finally {
    up.catch(() => {});
    await scope.close();
  }
}

/**
 * @param {Scope} scope
 * @param {string | undefined} name
 * @param {(line: string) => void} say
 * @returns {Promise<Started>}
 */
async function bringUp(scope, name, say) {
  const set = recordedSet(name);
  const recorded = oracleFolder(layout.root);
  const port = await wantedPort();
  await ensureBuilt(layout, scope, say, ['server']);

  const scratch = mkdtempSync(path.join(os.tmpdir(), 'pipit-oracle-'));
  // The user Postgres runs as has to get through to its own folder inside.
  chmodSync(scratch, 0o711);
  const leftovers = [scratch];
  scope.add(() => leftovers.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
  process.env.PIPIT_DATA = path.join(scratch, 'media');
  process.env.PIPIT_PROJECT = path.join(layout.root, 'dist', 'test', 'sites', set.site, 'index.js');

  say('Starting an empty database');
  const database = await embedded(path.join(scratch, 'postgres'), scope, say, false);
  leftovers.push(database.home);
  await runCli(layout, scope, database.databaseUrl, ['migrate']);

  say(`Importing ${name}`);
  const media = set.media ? path.join(recorded, set.media) : path.join(scratch, 'recorded-media');
  if (!set.media) await makeFlatMedia(readFixture(recorded, set), media, set.missing);
  const fixture = fixtureFile(recorded, set, scratch);
  await runCli(layout, scope, database.databaseUrl, ['import', 'wagtail', fixture, '--media', media, '--allow-skips']);

  const at = { host: process.env.HOST || '127.0.0.1', api: port, site: port, databaseUrl: database.databaseUrl, isRecorded: true };
  const api = startApi(layout, scope, at, { log: path.join(layout.logs, 'oracle.log') });
  await untilAnswering(api, `http://127.0.0.1:${port}/api/admin/v1/health`);
  say(`${name} is ready on http://127.0.0.1:${port}`);
  return api;
}

/** @returns {Promise<number>} exactly the port asked for: whoever compares answers has it in their command */
async function wantedPort() {
  const port = portFromEnvironment('PORT', 3000);
  if ((await tryPort(port, process.env.HOST || '127.0.0.1')) !== null) return port;
  throw new Problem(`Port ${port} is taken. Choose another: PORT=${port + 1} npm run oracle -- …`);
}
