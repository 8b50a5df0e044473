import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { anyFreePort } from './ports.mjs';
import { chooseAccount, identityFor } from './postgres/account.mjs';
import { binariesFor } from './postgres/binaries.mjs';
import { ensureCluster } from './postgres/cluster.mjs';
import { passwordOf, settleHome } from './postgres/home.mjs';
import { clearStaleServer, rememberServer } from './postgres/stale.mjs';
import { guardAgainstOurDeath, recordOf, signal, stopRecorded, waitUntil } from './processes.mjs';

/**
 * A running embedded Postgres.
 * @typedef {object} EmbeddedPostgres
 * @property {string} home the folder it lives in
 * @property {number} pid
 * @property {number} port on 127.0.0.1
 * @property {(database: string) => string} url connection string of one of its databases
 * @property {Promise<void>} ended resolves when the server has ended, for whatever reason
 * @property {() => Promise<void>} stop
 */

/**
 * @typedef {object} PostgresOptions
 * @property {string} home absolute path of the folder for data, password and log; made when missing
 * @property {boolean} [durable] false for tests: faster, and a crash may lose data
 * @property {number} [port] wanted; any free one otherwise
 * @property {(line: string) => void} [say] told what a user should know
 */

/**
 * Starts the Postgres that npm installed, on a random free port of the loopback interface, with a random password.
 * Works as root, after a `kill -9`, and in a clone that other users cannot enter.
 * @param {PostgresOptions} options
 * @returns {Promise<EmbeddedPostgres>}
 */
export async function startPostgres({ home: wanted, durable = true, port: wantedPort, say = () => {} }) {
  if (!path.isAbsolute(wanted)) throw new Error(`The database's home must be an absolute path, not "${wanted}".`);
  const account = chooseAccount(say);
  const home = settleHome(wanted, account, say);
  const binaries = binariesFor(account, home);
  const password = passwordOf(home);
  const data = ensureCluster({ home, binaries, account, password, durable });
  await clearStaleServer(home, say);

  const log = path.join(home, 'server.log');
  for (let attempt = 1; ; attempt++) {
    const port = wantedPort ?? (await anyFreePort());
    const child = launch({ program: binaries.postgres, data, port, log, durable, account });
    if (child.pid !== undefined && (await becomesReady(data, child))) return running({ child, home, port, password });
    const complaint = lastLines(log);
    // Between finding a free port and listening on it somebody else may have taken it; and after a crash the memory
    // of the old server may take a moment to go.
    const passing = /could not bind|Address already in use|pre-existing shared memory/.test(complaint);
    if (attempt < 10 && passing) {
      await sleep(attempt * 50);
      continue;
    }
    throw new Error(`The database did not start. The end of ${log}:\n${complaint}`);
  }
}

/**
 * @param {{ program: string, data: string, port: number, log: string, durable: boolean, account: import('./postgres/account.mjs').Account }} options
 */
function launch({ program, data, port, log, durable, account }) {
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off']),
  ];
  const output = openSync(log, 'w', 0o600);
  try {
    return spawn(program, ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
      stdio: ['ignore', output, output],
      // Away from the terminal's process group: on Ctrl-C the clients stop first, and the database after them.
      detached: true,
      cwd: data,
      env: { ...process.env, LC_ALL: '', LC_MESSAGES: 'C', TZ: 'UTC' },
      ...identityFor(account),
    });
  } finally {
    closeSync(output);
  }
}

/**
 * @param {string} data
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<boolean>}
 */
async function becomesReady(data, child) {
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  const settled = await waitUntil(() => ended || isReady(data, child.pid), 60_000);
  if (!settled && child.pid) signal(child.pid, 'SIGQUIT');
  return settled && !ended;
}

/**
 * @param {string} data
 * @param {number | undefined} pid
 */
function isReady(data, pid) {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

/**
 * @param {{ child: import('node:child_process').ChildProcess, home: string, port: number, password: string }} started
 * @returns {EmbeddedPostgres}
 */
function running({ child, home, port, password }) {
  const pid = /** @type {number} */ (child.pid);
  const record = recordOf(pid);
  rememberServer(home, record);
  const release = guardAgainstOurDeath(pid, 'SIGINT');
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    child.once('exit', () => {
      release();
      resolve();
    });
  });
  return {
    home,
    pid,
    port,
    ended,
    url: (database) => `postgres://pipit:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      // SIGINT is Postgres's fast shutdown: it ends the connections and closes its files properly.
      await stopRecorded(record, { polite: 'SIGINT', patience: 20_000 });
      await ended;
    },
  };
}

/** @param {string} file */
function lastLines(file) {
  try {
    return readFileSync(file, 'utf8').trim().split('\n').slice(-8).join('\n');
  } catch {
    return '(no log)';
  }
}
