import type { Ctx } from '@pipit/kernel';
import type { Things } from '@pipit/references';
import type { Page } from '../page.entity.js';
import { subtreeRange } from '../tree/paths.js';

/** A page and all below it, as things that may be used. */
export async function pagesBelow(ctx: Ctx, page: Pick<Page, 'path'>): Promise<Things> {
  const { from, to } = subtreeRange(page.path);
  const rows: { id: number }[] = await ctx.manager.query('SELECT id FROM page WHERE path >= $1 AND path < $2', [
    from,
    to,
  ]);
  return { type: 'page', ids: rows.map(({ id }) => id) };
}

/** How a refusal names a page with others below it. */
export function nameOf(page: Pick<Page, 'draftTitle'>, pages: number): string {
  return pages === 1 ? `“${page.draftTitle}”` : `“${page.draftTitle}”, or a page below it,`;
}
