import { kept, type WriteCtx } from '@pipit/kernel';

/** Key of the advisory lock that moves hold alone and creations share. */
const TREE_LOCK = 7_471_100;

const ALONE = 'pg_advisory_xact_lock($1)';
const SHARED = 'pg_advisory_xact_lock_shared($1)';

/** Locks the tree until the commit. */
export async function lockTree(ctx: WriteCtx, mode: 'shared' | 'exclusive'): Promise<void> {
  await ctx.manager.query(kept(`SELECT ${mode === 'shared' ? SHARED : ALONE}`), [TREE_LOCK]);
}

/** Locks it for whoever changes that page: alone where it has mirrors. */
export async function lockTreeFor(ctx: WriteCtx, pageId: number): Promise<void> {
  await ctx.manager.query(
    kept(`SELECT CASE WHEN EXISTS (SELECT FROM page WHERE alias_of_id = $2) THEN ${ALONE} ELSE ${SHARED} END`),
    [TREE_LOCK, pageId],
  );
}

/**
 * Locks all pages of a subtree, top down. A page that somebody was just adding is not seen in the first round but waited
 * for, so it goes on until a round finds nothing new.
 */
export async function lockSubtree(ctx: WriteCtx, from: string, to: string): Promise<void> {
  for (let known = -1, found = 0; found !== known;) {
    known = found;
    const rows: unknown[] = await ctx.manager.query(
      'SELECT id FROM page WHERE path >= $1 AND path < $2 ORDER BY path FOR NO KEY UPDATE',
      [from, to],
    );
    found = rows.length;
  }
}
