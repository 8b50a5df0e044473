import { existsSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { identityOf, recordOf, stillRuns, stopRecorded } from '../processes.mjs';

/** @import { ProcessRecord } from '../processes.mjs' */

/**
 * Writes down which server was started, to recognise it should we be killed.
 * @param {string} home
 * @param {ProcessRecord} record
 */
export function rememberServer(home, record) {
  writeFileSync(path.join(home, 'server.json'), JSON.stringify(record), { mode: 0o600 });
}

/**
 * After a `kill -9` a pid file is left, and perhaps the server itself. Postgres tells a live server from a stale file
 * by the pid alone, so it would refuse to start when somebody else has that pid by now.
 * @param {string} home
 * @param {(line: string) => void} say
 */
export async function clearStaleServer(home, say) {
  const pidFile = path.join(home, 'data', 'postmaster.pid');
  await stopRecorded(runningServer(home), { polite: 'SIGINT', patience: 20_000 });
  if (!existsSync(pidFile)) return;
  say('the database was not shut down properly last time: it recovers by itself');
  rmSync(pidFile, { force: true });
}

/**
 * @param {string} home
 * @returns {ProcessRecord | null} the server that runs on the data of this home, whoever started it
 */
export function runningServer(home) {
  const data = path.join(home, 'data');
  const pid = firstNumberIn(path.join(data, 'postmaster.pid'));
  if (pid === null || identityOf(pid) === null) return null;
  const remembered = rememberedServer(home);
  if (remembered?.pid === pid && stillRuns(remembered)) return remembered;
  return worksIn(pid) === data ? recordOf(pid) : null;
}

/**
 * @param {number} pid
 * @returns {string | null} its working folder, which for a Postgres server is its data folder
 */
function worksIn(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/**
 * @param {string} home
 * @returns {ProcessRecord | null}
 */
function rememberedServer(home) {
  try {
    return JSON.parse(readFileSync(path.join(home, 'server.json'), 'utf8'));
  } catch {
    return null;
  }
}

/** @param {string} file */
function firstNumberIn(file) {
  try {
    const number = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return Number.isInteger(number) && number > 0 ? number : null;
  } catch {
    return null;
  }
}
