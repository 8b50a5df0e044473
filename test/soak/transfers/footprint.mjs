import { readdir, readFile } from 'node:fs/promises';
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** Megabytes that it may hold besides, afterwards. */
export const HELD = 20;
/** How long a server may take to put everything away, in ms. */
const TIDY_WITHIN = 15_000;

/**
 * What a server holds: memory in megabytes, open files, and uploads in the folder for temporary files.
 * @typedef {{ megabytes: number, files: number, spooled: number }} Footprint
 */

/** Where the system tells. @param {number} pid @returns {Promise<Footprint>} */
export async function footprintOf(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return {
    megabytes: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024,
    files: (await readdir(`/proc/${pid}/fd`)).length,
    spooled: (await readdir(os.tmpdir())).filter((name) => name.startsWith('pipit-upload-')).length,
  };
}

/**
 * The least it holds within a while after the work: what is not given back by then stays.
 * @param {number} pid
 * @param {Footprint | null} before what it may hold again
 */
export async function settledFootprint(pid, before = null) {
  let least = await footprintOf(pid);
  const isSmall = () => before !== null && least.megabytes <= before.megabytes + HELD && least.files <= before.files + 5 && least.spooled <= before.spooled; // prettier-ignore
  for (let waited = 0; waited < TIDY_WITHIN && !isSmall(); waited += 500) {
    await sleep(500);
    const now = await footprintOf(pid);
    least = {
      megabytes: Math.min(least.megabytes, now.megabytes),
      files: Math.min(least.files, now.files),
      spooled: Math.min(least.spooled, now.spooled),
    };
    // Nothing to come back to: a few seconds are enough.
    if (before === null && waited > 5000) break;
  }
  return least;
}

/**
 * The most megabytes it held while something went on.
 * @template T
 * @param {number} pid
 * @param {Promise<T>} work
 */
export async function peakDuring(pid, work) {
  let isOver = false;
  const over = work.finally(() => (isOver = true));
  let peak = 0;
  while (!isOver) {
    peak = Math.max(peak, (await footprintOf(pid)).megabytes);
    await sleep(20);
  }
  return { peak, result: await over };
}
