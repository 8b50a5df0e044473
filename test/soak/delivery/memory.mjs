import { toldBy } from '../support/told.mjs';

/** @import { Soak } from '../support/define-storm.mjs' */

/** How often the servers are asked. */
const MINUTE = 60_000;
/** From then on memory has to be flat: what a server keeps is there after so many minutes. */
const SETTLED = 2;
const AT_MOST = 1.25;
const MEGABYTE = 1024 * 1024;

/**
 * What the servers hold in memory, from minute to minute. They are asked after they collected what they have let go of:
 * before that, memory says how lazily V8 collects where there is plenty, and not what is kept.
 */
export class MemoryWatch {
  /** By minutes, of each server. @type {{ resident: number, held: number }[][]} */
  #told = [];
  /** @type {NodeJS.Timeout | undefined} */
  #timer;
  #soak;

  /** @param {Soak} soak */
  constructor(soak) {
    this.#soak = soak;
  }

  begin() {
    this.#timer = setInterval(() => void this.#ask(), MINUTE);
  }

  /** Looks whether it grew since everything that is kept was kept; storms too short to tell are not asked. */
  async end() {
    clearInterval(this.#timer);
    if (this.#told.length < 2 * SETTLED) return {};
    await this.#ask();
    const [before = [], after = []] = [this.#told[SETTLED - 1], this.#told.at(-1)];
    const grown = (/** @type {'resident' | 'held'} */ what) =>
      Math.max(...after.map((told, index) => told[what] / (before[index]?.[what] ?? 1)));
    for (const what of /** @type {const} */ (['held', 'resident'])) {
      if (grown(what) > AT_MOST)
        this.#soak.violation(`The memory of a server (${what}) grew to ${grown(what).toFixed(2)} times what it was`);
    }
    return { 'memory held, %': Math.round(grown('held') * 100), 'resident, %': Math.round(grown('resident') * 100) };
  }

  async #ask() {
    const told = await Promise.all(this.#soak.servers.map((server) => toldBy(this.#soak, server, 'memory')));
    this.#told.push(told);
    const text = told.map(({ resident, held }) => `${inMegabytes(held)} of ${inMegabytes(resident)} MB`).join(', ');
    this.#soak.say(`minute ${this.#told.length}: servers hold ${text}`);
  }
}

/** @param {number} bytes */
const inMegabytes = (bytes) => Math.round(bytes / MEGABYTE);
