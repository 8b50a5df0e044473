/** Where the next part of a list begins; undefined when all of it is there. For `getNextPageParam`. */
export function nextOffset<Part extends { total: number; items: unknown[] }>(
  last: Part,
  all: Part[],
): number | undefined {
  const have = all.reduce((sum, part) => sum + part.items.length, 0);
  return last.items.length > 0 && have < last.total ? have : undefined;
}
