import type { Ctx } from '@pipit/kernel';
import { Page } from '../page.entity.js';
import { TRASH_PATH } from '../tree/roots.js';
import { subtreeRange } from '../tree/paths.js';

/** The page in that language: itself, a translation or a mirror that stands in for one; null when there is none. */
export async function translationIn(ctx: Ctx, page: Page, localeId: number): Promise<Page | null> {
  if (page.localeId === localeId) return page;
  if (page.translationKey === null) return null;
  const found = await ctx.manager.findOneBy(Page, { translationKey: page.translationKey, localeId });
  return found && !found.path.startsWith(TRASH_PATH) ? found : null;
}

/** A page of a subtree in another language. */
export interface TranslationBelow {
  readonly id: number;
  readonly path: string;
  readonly isAlias: boolean;
}

/** What the pages of a subtree, or its top alone, are in that language already. */
export async function translationsBelow(
  ctx: Ctx,
  page: Page,
  localeId: number,
  recursive: boolean,
): Promise<TranslationBelow[]> {
  const { from, to } = subtreeRange(page.path);
  return ctx.manager.query(
    `SELECT t.id, t.path, t.alias_of_id IS NOT NULL AS "isAlias" FROM page p
       JOIN page t ON t.translation_key = p.translation_key AND t.locale_id = $3 AND t.path < '${TRASH_PATH}'
      WHERE p.path >= $1 AND p.path < $2 AND (p.id = $4 OR $5) ORDER BY t.path`,
    [from, to, localeId, page.id, recursive],
  );
}

/** Translations in the trash stand by themselves from now on: they would be in the way of those to be made. */
export async function forgetTrashed(ctx: Ctx, page: Page, localeId: number): Promise<void> {
  const { from, to } = subtreeRange(page.path);
  await ctx.manager.query(
    `UPDATE page SET translation_key = gen_random_uuid()
      WHERE path >= '${TRASH_PATH}' AND locale_id = $3 AND translation_key IN (
        SELECT p.translation_key FROM page p
         WHERE (p.path >= $1 AND p.path < $2) OR $1 >= p.path AND $1 < left(p.path, -1) || '/')`,
    [from, to, localeId],
  );
}
