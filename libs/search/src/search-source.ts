import type { Ctx } from '@pipit/kernel';
import type { SearchDocument } from './search-index.js';

/** Something a lib lets readers find: pages, images, snippets of a type. */
export interface SearchSource {
  /** The subjects' type, as in `SearchSubject`. */
  readonly type: string;
  /** What readers see of some subjects; those they do not see are absent. */
  documents(ctx: Ctx, ids: readonly number[]): Promise<Map<number, SearchDocument>>;
  /** Ids of further subjects, ascending, from the first above `after`. */
  idsAfter(ctx: Ctx, after: number, limit: number): Promise<number[]>;
}

/** SQL of {@link SearchSource.idsAfter} for a table with integer ids. */
export async function idsOfTable(ctx: Ctx, table: string, after: number, limit: number): Promise<number[]> {
  const rows: { id: number }[] = await ctx.manager.query(
    `SELECT id FROM "${table}" WHERE id > $1 ORDER BY id LIMIT $2`,
    [after, limit],
  );
  return rows.map(({ id }) => id);
}
