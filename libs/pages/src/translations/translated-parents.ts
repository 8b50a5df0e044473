import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { invalid, type WriteCtx } from '@pipit/kernel';
import type { Locale } from '@pipit/locales';
import { SubtreeCopy } from '../copying/subtree-copy.js';
import { ROOT_ID, type Page } from '../page.entity.js';
import { PageTree } from '../tree/page-tree.js';
import { freeSlug } from '../tree/slugs.js';
import { translationIn } from './translation-sets.js';
import { Translators } from './translators.js';

/** What becomes of pages above that are not there in the other language: mirrors, drafts, or a refusal. */
export const PARENT_MODES = ['aliases', 'drafts', 'refuse'] as const;
export type ParentMode = (typeof PARENT_MODES)[number];

const LONGEST_SLUG = 255;

/** Where translations come to stand. The home page of a site has its translation beside it, all others below theirs. */
@Injectable()
export class TranslatedParents {
  constructor(
    private readonly policy: Policy,
    private readonly tree: PageTree,
    private readonly copies: SubtreeCopy,
    private readonly translators: Translators,
  ) {}

  /** The parent of a page's translation, which may be made for it. */
  async parentIn(ctx: WriteCtx, page: Page, locale: Locale, mode: ParentMode): Promise<Page> {
    const parent = await this.tree.get(ctx, page.parentId!);
    const there = parent.id === ROOT_ID ? parent : await translationIn(ctx, parent, locale.id);
    if (there) {
      await this.policy.require(ctx, 'page.add', { kind: 'page', path: there.path });
      return there;
    }
    if (mode === 'refuse') {
      const message = `“${parent.draftTitle}”, the page above, is not there in ${locale.name}.`;
      throw invalid(message, [{ path: '/parents', code: 'parent_not_translated', message }]);
    }
    if (mode === 'drafts') await this.translators.requireReadable(ctx, parent, false);
    const above = await this.parentIn(ctx, parent, locale, mode);
    const { root } = await this.copies.copy(ctx, {
      source: parent,
      parent: above,
      ...(await this.placeIn(ctx, parent, above, locale)),
      recursive: false,
      as: mode === 'drafts' ? 'translation' : 'alias',
      joined: true,
      localeId: locale.id,
      keepLive: false,
    });
    return root;
  }

  /** Its slug, and its place among its siblings: in front of what follows the page in its own language. */
  async placeIn(
    ctx: WriteCtx,
    page: Page,
    parent: Page,
    locale: Locale,
  ): Promise<{ slug: string; before: number | null }> {
    const ending = parent.id === ROOT_ID ? `-${locale.code.toLowerCase()}` : '';
    const wanted = page.slug.slice(0, LONGEST_SLUG - ending.length) + ending;
    const following: { id: number }[] = await ctx.manager.query(
      `SELECT t.id FROM page s JOIN page t ON t.translation_key = s.translation_key AND t.parent_id = $3
        WHERE s.parent_id = $1 AND s.sort_key > $2 AND t.locale_id = $4 ORDER BY s.sort_key LIMIT 1`,
      [page.parentId, page.sortKey, parent.id, locale.id],
    );
    return { slug: await freeSlug(ctx, parent.id, wanted, null), before: following[0]?.id ?? null };
  }
}
