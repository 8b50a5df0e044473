import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Says which process a pid means right now, or null when there is none. Pids get reused, so a pid from a file
 * is worth nothing without this: the text differs between two processes that had the same pid.
 * @param {number} pid
 * @returns {string | null}
 */
export function identityOf(pid) {
  if (!Number.isInteger(pid) || pid <= 1) return null;
  const fields = statOf(pid);
  if (fields) return fields[0] === 'Z' || fields[0] === 'X' ? null : `boot ${bootId()} tick ${fields[19]}`;
  if (process.platform === 'linux') return null;
  const ps = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return ps.status === 0 && ps.stdout.trim() ? ps.stdout.trim() : null;
}

/**
 * @param {number} pid
 * @returns {number | null} its parent, where the system has /proc
 */
export function parentOf(pid) {
  const parent = Number(statOf(pid)?.[1]);
  return Number.isInteger(parent) ? parent : null;
}

/**
 * @param {number} pid
 * @returns {string[] | null} what /proc knows: state, parent, …, start time as the 20th
 */
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name before may hold spaces and brackets: counting starts behind its last bracket.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/** @returns {string} */
function bootId() {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return 'unknown';
  }
}

/**
 * A process as written down in a file, to be found again by a later run.
 * @typedef {{ pid: number, identity: string | null }} ProcessRecord
 */

/**
 * @param {number} pid
 * @returns {ProcessRecord}
 */
export function recordOf(pid) {
  return { pid, identity: identityOf(pid) };
}

/**
 * @param {ProcessRecord | null | undefined} record
 * @returns {boolean} whether exactly this process still runs
 */
export function stillRuns(record) {
  return !!record && record.identity !== null && identityOf(record.pid) === record.identity;
}

/**
 * Waits until a condition holds.
 * @param {() => boolean | Promise<boolean>} condition
 * @param {number} milliseconds
 * @returns {Promise<boolean>} false when time ran out
 */
export async function waitUntil(condition, milliseconds) {
  const end = Date.now() + milliseconds;
  while (!(await condition())) {
    if (Date.now() > end) return false;
    await sleep(25);
  }
  return true;
}

/**
 * Sends a signal to a process, or with a negative pid to a process group; one that is gone already is fine.
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function signal(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/**
 * Stops a recorded process left behind by an earlier run: politely, then for good.
 * @param {ProcessRecord | null | undefined} record
 * @param {{ polite?: NodeJS.Signals, group?: boolean, patience?: number }} [options]
 */
export async function stopRecorded(record, { polite = 'SIGTERM', group = false, patience = 10_000 } = {}) {
  if (!record || !stillRuns(record)) return;
  const target = group ? -record.pid : record.pid;
  signal(target, polite);
  if (await waitUntil(() => !stillRuns(record), patience)) return;
  signal(target, 'SIGKILL');
  await waitUntil(() => !stillRuns(record), 5_000);
}

/**
 * Makes sure that a child does not outlive this process, however this process ends: even `kill -9` closes the pipe
 * which the guard reads. Returns a function that releases the guard once the child has ended properly.
 * @param {number} pid negative for a process group
 * @param {NodeJS.Signals} polite signal which asks the child to end
 * @returns {() => void}
 */
export function guardAgainstOurDeath(pid, polite = 'SIGTERM') {
  if (process.platform === 'win32') return () => {};
  const script = `read -r word && exit 0; kill -s ${polite.slice(3)} -- "$0" 2>/dev/null || exit 0
    n=0; while kill -0 -- "$0" 2>/dev/null; do n=$((n+1)); [ $n -gt 50 ] && kill -s KILL -- "$0"; sleep 0.2; done`;
  // A session of its own: Ctrl-C in the terminal must not reach the guard before its work is due.
  const guard = spawn('/bin/sh', ['-c', script, String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  });
  guard.on('error', () => {});
  guard.stdin.on('error', () => {});
  guard.unref();
  return () => guard.stdin.end('done\n');
}
