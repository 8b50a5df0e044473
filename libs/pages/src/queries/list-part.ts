import { ORDER_SQL, type PageOrder } from './page-orders.js';

/** Which part of a list is asked for. */
export interface PartWish {
  readonly order: PageOrder;
  readonly limit: number;
  readonly offset: number;
  /** Set when all of them are children of one page. */
  readonly parentId?: number;
}

/** How to read that part. */
export interface ListPart {
  /** Order in which the part is found. */
  readonly find: string;
  /** Order in which it is answered. */
  readonly answer: string;
  readonly limit: number;
  readonly offset: number;
}

/**
 * Children as they stand are read along their index, from the end they are nearer to: the last page of a long list
 * costs no more than the first.
 */
export function partOf({ order, limit, offset, parentId }: PartWish, total: number): ListPart {
  const answer = ORDER_SQL[order];
  if (order !== 'tree' || parentId === undefined) return { find: answer, answer, limit, offset };
  const behind = Math.max(0, total - offset - limit);
  if (behind >= offset) return { find: 'p.sort_key', answer, limit, offset };
  const held = Math.max(0, Math.min(limit, total - offset));
  return { find: 'p.sort_key DESC', answer, limit: held, offset: behind };
}
