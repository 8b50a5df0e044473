import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { toldBy } from '../support/told.mjs';

/** @import { Soak } from '../support/define-storm.mjs' */
/** @import { StormServer } from '../support/server.mjs' */

/** Megabytes and open files that a server may have besides, afterwards. */
const MORE = { megabytes: 20, files: 5 };
/** How long it may take to put everything away, in ms. */
const TIDY_WITHIN = 15_000;
const MEGABYTE = 1024 * 1024;

/**
 * What a server has when it has let go of all that it does not need: megabytes that its objects and buffers take, those
 * of the whole process, open files where the system tells them, and uploads in the folder for temporary files.
 * @typedef {{ held: number, resident: number, files: number, spooled: number }} Footprint
 */

/**
 * Asked after it collected: before that, memory says how lazily V8 collects where there is plenty.
 * @param {Soak} soak
 * @param {StormServer} server
 * @returns {Promise<Footprint>}
 */
export async function footprintOf(soak, server) {
  const { held, resident } = await toldBy(soak, server, 'memory');
  return {
    held: Math.round(held / MEGABYTE),
    resident: Math.round(resident / MEGABYTE),
    files: await openFiles(server.pid),
    spooled: (await readdir(soak.temporary)).filter((name) => name.startsWith('pipit-upload-')).length,
  };
}

/** @param {number} pid */
async function openFiles(pid) {
  const folder = `/proc/${pid}/fd`;
  return existsSync(folder) ? (await readdir(folder)).length : 0;
}

/**
 * What it has when it has put everything away, or after a while: what is there by then stays.
 * @param {Soak} soak
 * @param {StormServer} server
 * @param {Footprint} before what it may have again
 */
export async function settledFootprint(soak, server, before) {
  let now = await footprintOf(soak, server);
  for (let waited = 0; waited < TIDY_WITHIN && leftOf(before, now).length > 0; waited += 500) {
    await sleep(500);
    now = await footprintOf(soak, server);
  }
  return now;
}

/**
 * What was not put away, in words.
 * @param {Footprint} before
 * @param {Footprint} after
 */
export function leftOf(before, after) {
  const [held, resident, files, spooled] = [
    after.held - before.held,
    after.resident - before.resident,
    after.files - before.files,
    after.spooled - before.spooled,
  ];
  return [
    ...(held > MORE.megabytes ? [`${held} MB of memory are held`] : []),
    ...(resident > MORE.megabytes ? [`${resident} MB of memory were not given back`] : []),
    ...(files > MORE.files ? [`${files} files more are open`] : []),
    ...(spooled > 0 ? [`${spooled} uploads lie on the disk`] : []),
  ];
}

/**
 * Megabytes of a process, all in all; 0 where the system does not tell.
 * @param {number} pid
 */
export async function residentOf(pid) {
  const file = `/proc/${pid}/status`;
  const status = existsSync(file) ? await readFile(file, 'utf8') : '';
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
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
    peak = Math.max(peak, await residentOf(pid));
    await sleep(20);
  }
  return { peak, result: await over };
}
