import { kept, type WriteCtx } from '@pipit/kernel';
import { slugKeySql } from './slugs.js';
import { BEHIND_ALL_KEYS } from './sort-keys.js';

/** Where among siblings something is to stand. */
interface WantedPlace {
  readonly parentId: number;
  /** In front of that one; null: behind the last. */
  readonly before: number | null;
  /** A sibling that is left out of account, as it is what moves. */
  readonly moving?: number | null;
  /** The slug it is to have. */
  readonly slug?: string;
}

/** Between which keys something is to stand, and whether one of the siblings has its slug. */
export interface Gap {
  readonly previous: string | null;
  readonly next: string | null;
  readonly taken: boolean;
}

/** What is at a place among siblings. The parent's row has to be locked. */
export async function gapAt(ctx: WriteCtx, { parentId, before, moving, slug }: WantedPlace): Promise<Gap> {
  const rows: Gap[] = await ctx.manager.query(
    kept(`SELECT next.sort_key AS next,
                 (SELECT sort_key FROM page
                   WHERE parent_id = $1 AND id IS DISTINCT FROM $3 AND sort_key < coalesce(next.sort_key, $4)
                   ORDER BY sort_key DESC LIMIT 1) AS previous,
                 EXISTS (SELECT FROM page
                          WHERE parent_id = $1 AND ${slugKeySql('slug')} = ${slugKeySql('$5::text')}) AS taken
            FROM (SELECT (SELECT sort_key FROM page
                           WHERE id = $2 AND parent_id = $1 AND id IS DISTINCT FROM $3)) AS next`),
    [parentId, before, moving ?? null, BEHIND_ALL_KEYS, slug ?? null],
  );
  return rows[0]!;
}
