import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { giveTo, identityFor } from './account.mjs';

/** @import { Account } from './account.mjs' */
/** @import { Binaries } from './binaries.mjs' */

/**
 * Makes the data folder of a home unless there is one. It is made aside and renamed, so a run that was killed halfway
 * leaves nothing that looks finished.
 * @param {{ home: string, binaries: Binaries, account: Account, password: string, durable: boolean }} options
 * @returns {string} the data folder
 */
export function ensureCluster({ home, binaries, account, password, durable }) {
  const data = path.join(home, 'data');
  if (existsSync(path.join(data, 'PG_VERSION'))) {
    refuseOtherMajor(data, binaries);
    return data;
  }
  const unfinished = path.join(home, 'data.unfinished');
  const passwordFile = path.join(home, 'password.init');
  rmSync(data, { recursive: true, force: true });
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    giveTo(account, passwordFile);
    const common = ['-D', unfinished, '-U', 'pipit', '-A', 'scram-sha-256', '--pwfile', passwordFile];
    // The built-in provider sorts by code point on every system and still knows upper and lower case of all letters.
    const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
    const args = [...common, ...locale, ...(durable ? [] : ['--no-sync'])];
    // Full-text search splits words by the C library's character classes: without UTF-8 there, é is no letter.
    const failures = [['--lc-ctype=C.UTF-8'], ['--lc-ctype=en_US.UTF-8'], []].map((extra) => {
      if (existsSync(path.join(unfinished, 'PG_VERSION'))) return '';
      rmSync(unfinished, { recursive: true, force: true });
      return run(binaries.initdb, [...args, ...extra], account);
    });
    if (!existsSync(path.join(unfinished, 'PG_VERSION'))) {
      throw new Error(`The database could not be initialised in ${home}:\n${failures.at(-1)}`);
    }
    renameSync(unfinished, data);
    return data;
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Account} account
 * @returns {string} what it complained of, '' when it succeeded
 */
function run(program, args, account) {
  const result = spawnSync(program, args, {
    encoding: 'utf8',
    cwd: path.dirname(path.dirname(program)),
    env: { ...process.env, LC_ALL: '', LC_MESSAGES: 'C' },
    ...identityFor(account),
  });
  return result.status === 0 ? '' : result.error?.message || result.stderr || `exit code ${result.status}`;
}

/**
 * @param {string} data
 * @param {Binaries} binaries
 */
function refuseOtherMajor(data, binaries) {
  const found = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
  const [major] = binaries.version.split('.');
  if (found === major) return;
  throw new Error(
    `${data} was made by Postgres ${found}, the installed one is ${major}. Export it with the older version, or move the folder away to start afresh.`,
  );
}
