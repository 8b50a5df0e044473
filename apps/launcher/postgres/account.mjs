import { spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';

/**
 * The account Postgres runs as: null where that is our own, because only root is refused by Postgres.
 * @typedef {{ name: string, uid: number, gid: number } | null} Account
 */

/**
 * @param {(line: string) => void} say
 * @returns {Account}
 */
export function chooseAccount(say) {
  if (typeof process.getuid !== 'function' || process.getuid() !== 0) return null;
  const known = lookUp('postgres');
  if (known) return known;
  // Debian and Red Hat have useradd, Alpine has adduser.
  const created =
    succeeds('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres']) ||
    succeeds('adduser', ['-S', '-D', '-H', '-s', '/bin/false', 'postgres']);
  const made = created ? lookUp('postgres') : null;
  if (made) {
    say('Postgres refuses to run as root: made a system user "postgres" for it');
    return made;
  }
  const nobody = lookUp('nobody');
  if (nobody) return nobody;
  throw new Error(
    'Postgres refuses to run as root, and no user "postgres" could be made. Run as a normal user, or set DATABASE_URL.',
  );
}

/**
 * @param {Account} account
 * @param {string} folder
 * @returns {boolean} whether the account can read and write in the folder; a closed folder anywhere above says no
 */
export function canWorkIn(account, folder) {
  if (!account) return true;
  return succeeds('/bin/sh', ['-c', 'cd "$0" && test -w . && test -r .', folder], account);
}

/**
 * @param {Account} account
 * @param {string} program
 * @returns {boolean} whether the account can run the program
 */
export function canRun(account, program) {
  return succeeds(program, ['--version'], account);
}

/**
 * @param {Account} account
 * @param {string} path
 */
export function giveTo(account, path) {
  if (account) chownSync(path, account.uid, account.gid);
}

/**
 * @param {Account} account
 * @returns {{ uid: number, gid: number } | {}} options for spawn
 */
export function identityFor(account) {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/**
 * @param {string} name
 * @returns {Account}
 */
function lookUp(name) {
  const uid = idOf('-u', name);
  const gid = idOf('-g', name);
  return uid === null || gid === null || uid === 0 ? null : { name, uid, gid };
}

/**
 * @param {string} flag
 * @param {string} name
 * @returns {number | null}
 */
function idOf(flag, name) {
  const answer = spawnSync('id', [flag, name], { encoding: 'utf8' });
  const id = Number.parseInt(answer.stdout ?? '', 10);
  return answer.status === 0 && Number.isInteger(id) ? id : null;
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Account} [account]
 * @returns {boolean}
 */
function succeeds(program, args, account = null) {
  return spawnSync(program, args, { stdio: 'ignore', cwd: '/', ...identityFor(account) }).status === 0;
}
