import type { WriteCtx } from '@pipit/kernel';
import { ROOT_ID } from '../page.entity.js';

interface LostPage {
  readonly id: number;
  /** The page that its path says it stands below, when that one is there and not lost itself. */
  readonly formerParentId: number | null;
}

/** Pages that stand below each other in a circle, or below such pages: no root leads to them. Those further up first. */
export function findLostPages(ctx: WriteCtx): Promise<LostPage[]> {
  return ctx.manager.query(
    `WITH RECURSIVE reached AS (
       SELECT id FROM page WHERE parent_id IS NULL
       UNION SELECT p.id FROM page p JOIN reached r ON r.id = p.parent_id)
     SELECT p.id, a.id AS "formerParentId" FROM page p
       LEFT JOIN page a ON a.path = regexp_replace(p.path, '[^.]*[.]$', '') AND a.id IN (SELECT id FROM reached)
      WHERE p.id NOT IN (SELECT id FROM reached)
      ORDER BY length(p.path), p.id`,
  );
}

/**
 * Opens every circle at the page furthest up: that one goes back to where its path says, or below the tree's root,
 * outside of all sites. Answers the pages it has put somewhere; what stands below them comes along.
 */
export async function bringBackLostPages(ctx: WriteCtx): Promise<number[]> {
  const brought: number[] = [];
  for (let [lost] = await findLostPages(ctx); lost; [lost] = await findLostPages(ctx)) {
    await ctx.manager.query('UPDATE page SET parent_id = $2 WHERE id = $1', [lost.id, lost.formerParentId ?? ROOT_ID]);
    brought.push(lost.id);
  }
  return brought;
}
