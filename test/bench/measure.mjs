/** The middle of some numbers. @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** Milliseconds a piece of work takes. @param {() => Promise<unknown>} work */
export async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Takes turns, so that whatever slows the machine down slows all of them.
 * @param {number} rounds
 * @param {Readonly<Record<string, () => Promise<number>>>} runs each answers its measure
 * @returns {Promise<Record<string, number[]>>} the measures by name
 */
export async function alternating(rounds, runs) {
  /** @type {Record<string, number[]>} */
  const measures = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(runs)) measures[name]?.push(await run());
  }
  return measures;
}
