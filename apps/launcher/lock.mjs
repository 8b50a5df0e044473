import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { recordOf, stillRuns, stopRecorded } from './processes.mjs';

/** @import { ProcessRecord } from './processes.mjs' */

/**
 * What a lock file says about its owner, so that others can name it, use its database, or clear up after it.
 * @typedef {object} LockDetails
 * @property {string} command what the user typed
 * @property {ProcessRecord} owner
 * @property {ProcessRecord[]} children leaders of the process groups it started
 * @property {string} [databaseUrl]
 */

/**
 * @typedef {object} Lock
 * @property {(changes: Partial<LockDetails>) => void} update
 * @property {() => LockDetails} details
 * @property {() => void} release
 */

/**
 * Takes a lock file, also one whose owner was killed: then what that owner left running is stopped first.
 * @param {string} file
 * @param {string} command
 * @returns {Promise<{ lock: Lock, holder: null } | { lock: null, holder: LockDetails }>}
 */
export async function takeLock(file, command) {
  mkdirSync(path.dirname(file), { recursive: true });
  /** @type {LockDetails} */
  let details = { command, owner: recordOf(process.pid), children: [] };
  while (!createWhole(file, details)) {
    const holder = readLock(file);
    if (holder && stillRuns(holder.owner)) return { lock: null, holder };
    await clearAway(file, holder);
  }
  const write = () => writeAtomically(file, details);
  return {
    holder: null,
    lock: {
      details: () => details,
      update(changes) {
        details = { ...details, ...changes };
        write();
      },
      release: () => rmSync(file, { force: true }),
    },
  };
}

/**
 * @param {string} file
 * @returns {LockDetails | null}
 */
export function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Creates the file with all its content at once, so that nobody reads half of it.
 * @param {string} file
 * @param {LockDetails} details
 * @returns {boolean} false when there was one already
 */
function createWhole(file, details) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(details), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * @param {string} file
 * @param {LockDetails} details
 */
function writeAtomically(file, details) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(details), { mode: 0o600 });
  renameSync(draft, file);
}

/**
 * @param {string} file
 * @param {LockDetails | null} holder
 */
async function clearAway(file, holder) {
  await Promise.all((holder?.children ?? []).map((child) => stopRecorded(child, { group: true })));
  rmSync(file, { force: true });
}
