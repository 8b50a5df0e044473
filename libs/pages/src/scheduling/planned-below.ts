import type { Ctx } from '@pipit/kernel';
import type { Page } from '../page.entity.js';
import { subtreeRange } from '../tree/paths.js';

/** Which of a page and all below it have something planned, or planned in vain. */
export async function plannedBelow(ctx: Ctx, page: Pick<Page, 'path'>): Promise<number[]> {
  const { from, to } = subtreeRange(page.path);
  const rows: { id: number }[] = await ctx.manager.query(
    `SELECT DISTINCT p.id FROM schedule s JOIN page p ON s.subject_type = 'page' AND p.id = s.subject_id
      WHERE p.path >= $1 AND p.path < $2`,
    [from, to],
  );
  return rows.map(({ id }) => id);
}
