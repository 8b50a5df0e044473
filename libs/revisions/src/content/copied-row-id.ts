import { createHash } from 'node:crypto';

/** The id of a copied child row, as `copiedRowId` makes it in SQL. */
export function copiedRowIdOf(origin: string, owner: number): string {
  const digest = createHash('md5').update(`${origin.toLowerCase()}:${owner}`).digest('hex');
  const hex = `${digest.slice(0, 12)}8${digest.slice(13, 16)}8${digest.slice(17)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
