import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { canWorkIn, giveTo } from './account.mjs';

/** @import { Account } from './account.mjs' */

/**
 * Settles where the database lives: in the wanted folder, or, where the account cannot get there (root's clone in a
 * closed folder), in one of its own outside, remembered in the wanted folder. Whoever deletes the wanted folder starts
 * afresh in either case.
 * @param {string} wanted
 * @param {Account} account
 * @param {(line: string) => void} say
 * @returns {string}
 */
export function settleHome(wanted, account, say) {
  mkdirSync(wanted, { recursive: true });
  if (!account) {
    chmodSync(wanted, 0o700);
    return wanted;
  }
  const pointer = path.join(wanted, 'elsewhere');
  if (existsSync(pointer)) {
    const remembered = readFileSync(pointer, 'utf8').trim();
    if (canWorkIn(account, remembered)) return remembered;
    if (existsSync(path.join(remembered, 'data'))) {
      throw new Error(
        `The database of this clone is in ${remembered}, where the user "${account.name}" cannot go now.`,
      );
    }
    rmSync(pointer);
  }
  if (!existsSync(path.join(wanted, 'data'))) giveTo(account, wanted);
  if (canWorkIn(account, wanted)) return wanted;
  const home = homeOutside(account);
  writeFileSync(pointer, `${home}\n`);
  say(`the user "${account.name}", which Postgres runs as, cannot enter ${wanted}: binaries and data are in ${home}`);
  return home;
}

/**
 * @param {Account} account
 * @returns {string}
 */
function homeOutside(account) {
  const name = `pipit-${randomBytes(6).toString('hex')}`;
  for (const parent of ['/var/lib/pipit', os.tmpdir(), '/tmp']) {
    const home = path.join(parent, name);
    try {
      mkdirSync(home, { recursive: true, mode: 0o755 });
      giveTo(account, home);
    } catch {
      continue;
    }
    if (canWorkIn(account, home)) return home;
    rmSync(home, { recursive: true, force: true });
  }
  throw new Error(`No folder was found where the user "${account?.name}" can keep a database. Set DATABASE_URL.`);
}

/**
 * @param {string} home
 * @returns {string} the random password of this home's server, made on first use
 */
export function passwordOf(home) {
  const file = path.join(home, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
