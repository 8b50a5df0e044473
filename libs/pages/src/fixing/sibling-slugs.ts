import type { WriteCtx } from '@pipit/kernel';
import { Page, TRASH_ID } from '../page.entity.js';
import { freeSlug, slugKeySql } from '../tree/slugs.js';

/** Pages whose slug an earlier sibling has, after folding. In the trash that does not count. */
export async function findClashingSlugs(ctx: WriteCtx): Promise<number[]> {
  const rows: { id: number }[] = await ctx.manager.query(
    `SELECT id FROM (
       SELECT id, row_number() OVER (PARTITION BY parent_id, ${slugKeySql('slug')} ORDER BY path, id) AS place
         FROM page WHERE parent_id <> $1) placed
      WHERE place > 1 ORDER BY id`,
    [TRASH_ID],
  );
  return rows.map(({ id }) => id);
}

/** Gives each of them the first free suffix. Their URL paths are mended afterwards; drafts follow through `noteSlug`. */
export async function partSlugs(
  ctx: WriteCtx,
  ids: readonly number[],
  noteSlug: (page: Page, former: string) => Promise<void>,
): Promise<void> {
  for (const id of ids) {
    const page = await ctx.manager.findOneByOrFail(Page, { id });
    const former = page.slug;
    page.slug = await freeSlug(ctx, page.parentId!, former, null);
    await ctx.manager.query('UPDATE page SET slug = $2 WHERE id = $1', [id, page.slug]);
    await noteSlug(page, former);
  }
}
