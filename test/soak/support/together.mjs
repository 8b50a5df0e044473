/**
 * Starts all of them at the same moment and waits for all.
 * @template T
 * @param {(() => Promise<T>)[]} works
 * @returns {Promise<T[]>}
 */
export function together(...works) {
  return Promise.all(works.map((work) => work()));
}

/**
 * Does the work for each item, so many at a time.
 * @template T
 * @param {readonly T[]} items
 * @param {number} atOnce
 * @param {(item: T, index: number) => Promise<void>} work
 */
export async function inParallel(items, atOnce, work) {
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      await work(/** @type {T} */ (items[index]), index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** The value below which `part` of all lie: `percentile(times, 0.99)`. @param {readonly number[]} values @param {number} part */
export function percentile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
