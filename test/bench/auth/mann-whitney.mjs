/**
 * How likely two sets of measures that come from the same source are as far apart as these, or farther (Mann-Whitney U,
 * two-sided, by the normal approximation with a correction for ties; good from some twenty measures each on).
 * @param {readonly number[]} a
 * @param {readonly number[]} b
 */
export function mannWhitney(a, b) {
  const all = [...a.map((value) => ({ value, isA: true })), ...b.map((value) => ({ value, isA: false }))];
  all.sort((x, y) => x.value - y.value);
  let [ranksOfA, ties] = [0, 0];
  for (let start = 0; start < all.length;) {
    let end = start;
    while (end < all.length && all[end]?.value === all[start]?.value) end += 1;
    const size = end - start;
    ranksOfA += ((start + end + 1) / 2) * all.slice(start, end).filter(({ isA }) => isA).length;
    ties += size ** 3 - size;
    start = end;
  }
  const count = all.length;
  const u = ranksOfA - (a.length * (a.length + 1)) / 2;
  const mean = (a.length * b.length) / 2;
  const variance = ((a.length * b.length) / 12) * (count + 1 - ties / (count * (count - 1)));
  if (variance === 0) return 1;
  return 2 * upperTail(Math.max(0, Math.abs(u - mean) - 0.5) / Math.sqrt(variance));
}

/** The part of a normal distribution beyond `z` (Abramowitz and Stegun 26.2.17). @param {number} z */
function upperTail(z) {
  const t = 1 / (1 + 0.2316419 * z);
  const weights = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const sum = weights.reduceRight((rest, weight) => (rest + weight) * t, 0);
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}
