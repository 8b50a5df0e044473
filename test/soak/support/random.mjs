/** Numbers that look random and are the same for the same seed. */
export class Random {
  #state;
  #seed;

  /** @param {number} seed */
  constructor(seed) {
    this.#seed = seed;
    this.#state = Math.imul(seed, 0x9e3779b1) >>> 0;
  }

  /** From 0 up to and without 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number below `end`. @param {number} end */
  below(end) {
    return Math.floor(this.next() * end);
  }

  /** @param {number} probability */
  chance(probability) {
    return this.next() < probability;
  }

  /**
   * @template T
   * @param {readonly T[]} list
   * @returns {T}
   */
  pick(list) {
    if (list.length === 0) throw new Error('There is nothing to pick from.');
    return /** @type {T} */ (list[this.below(list.length)]);
  }

  /**
   * By weight: `{ create: 3, delete: 1 }` picks `create` three times in four.
   * @template {string} K
   * @param {Readonly<Record<K, number>>} weights
   * @returns {K}
   */
  weighted(weights) {
    const entries = /** @type {[K, number][]} */ (Object.entries(weights));
    let rest = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of entries) if ((rest -= weight) < 0) return name;
    throw new Error('There is nothing to pick from.');
  }

  /** Numbers of their own for one of several that run at once. @param {number} which */
  fork(which) {
    return new Random(Math.imul(this.#seed, 1_000_003) + which + 1);
  }
}
