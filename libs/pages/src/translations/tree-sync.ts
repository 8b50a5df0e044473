import { Inject, Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Hooks, Problem, type WriteCtx } from '@pipit/kernel';
import { Locales, type Locale } from '@pipit/locales';
import { PageAccess } from '../actions/page-access.js';
import { auditSubject } from '../actions/page-writer.js';
import { SubtreeRights } from '../actions/subtree-rights.js';
import { PageTypes } from '../content/page-types.js';
import { SubtreeCopy } from '../copying/subtree-copy.js';
import { PageMoved } from '../events.js';
import { ROOT_ID, type Page } from '../page.entity.js';
import { PageTree } from '../tree/page-tree.js';
import { PageUrls } from '../tree/page-urls.js';
import { requireFreeSlug } from '../tree/slugs.js';
import { TreeRules } from '../tree/tree-rules.js';
import { BeforeMove } from '../hooks.js';
import { PageTranslated } from './events.js';
import { BeforeTranslate } from './hooks.js';
import { forgetTrashed, translationIn } from './translation-sets.js';
import { TRANSLATION_OPTIONS, type TranslationOptions } from './tree-sync.options.js';
import { TranslatedParents } from './translated-parents.js';

/**
 * Keeps the trees of all languages alike, where a project wants that: what is made or moved in the default language is
 * made or moved in the others too. Only below pages that are there in the other language; home pages are nobody's
 * mirror. Mirrors show what their page shows, so that nobody needs rights of their own for them; translations that are
 * pages of their own move for whoever may move them, and stay otherwise.
 */
@Injectable()
export class TreeSync {
  constructor(
    @Inject(TRANSLATION_OPTIONS) private readonly options: TranslationOptions,
    private readonly locales: Locales,
    private readonly policy: Policy,
    private readonly access: PageAccess,
    private readonly rights: SubtreeRights,
    private readonly types: PageTypes,
    private readonly rules: TreeRules,
    private readonly tree: PageTree,
    private readonly urls: PageUrls,
    private readonly copies: SubtreeCopy,
    private readonly places: TranslatedParents,
    private readonly hooks: Hooks,
  ) {}

  /** True where trees are kept alike: whoever adds pages holds the tree alone then ({@link PageTree.lockForMove}). */
  get isOn(): boolean {
    return this.options.syncTrees;
  }

  /** Mirrors a page that was just made, or it and all below it, in the other languages. */
  async made(ctx: WriteCtx, page: Page, parent: Page, recursive = false): Promise<void> {
    for (const locale of await this.othersOf(ctx, page, parent)) {
      const above = await translationIn(ctx, parent, locale.id);
      if (!above || (await translationIn(ctx, page, locale.id)) || !(await this.fits(ctx, page, above))) continue;
      await this.hooks.run(new BeforeTranslate(ctx, page, [locale.code], recursive));
      await forgetTrashed(ctx, page, locale.id);
      const { root, ids } = await this.copies.copy(ctx, {
        source: page,
        parent: above,
        ...(await this.places.placeIn(ctx, page, above, locale)),
        recursive,
        as: 'alias',
        joined: true,
        localeId: locale.id,
        keepLive: false,
      });
      const data = { locale: locale.code, to: root.id, pages: ids.size };
      ctx.record({ action: 'page.translate', subject: auditSubject(page), data });
      ctx.record({ action: 'page.create', subject: auditSubject(root), data: { translationOf: page.id } });
      ctx.emit(new PageTranslated(page.id, locale.code, root.id, ids.size));
    }
  }

  /** Moves what stands for a page in the other languages, which `moved` from below `former`. */
  async moved(ctx: WriteCtx, moved: Page, former: Page, parent: Page): Promise<void> {
    for (const locale of await this.othersOf(ctx, moved, parent)) {
      const there = await translationIn(ctx, moved, locale.id);
      const [from, to] = [await translationIn(ctx, former, locale.id), await translationIn(ctx, parent, locale.id)];
      // What somebody put elsewhere stays there.
      if (!there || !from || !to || there.parentId !== from.id) continue;
      if (!(await this.mayMove(ctx, there, to)) || !(await this.fits(ctx, there, to, there))) continue;
      await this.hooks.run(new BeforeMove(ctx, there, to));
      const { before } = await this.places.placeIn(ctx, moved, to, locale);
      const next = await this.tree.move(ctx, there.id, to.id, before === there.id ? null : before);
      await this.urls.refresh(ctx, next);
      const data = { from: from.id, to: to.id, urlPath: next.urlPath, along: moved.id };
      ctx.record({ action: 'page.move', subject: auditSubject(next), data });
      ctx.emit(new PageMoved(next));
    }
  }

  /** The other languages, where the page is in the one that leads. */
  private async othersOf(ctx: WriteCtx, page: Page, parent: Page): Promise<Locale[]> {
    if (!this.isOn || parent.id === ROOT_ID) return [];
    const leading = await this.locales.getDefault(ctx);
    if (page.localeId !== leading.id) return [];
    return (await this.locales.all(ctx)).filter(({ id }) => id !== leading.id);
  }

  /** The rules of the tree hold for what follows too; a page that stands in the way of its slug keeps it out. */
  private fits(ctx: WriteCtx, page: Page, parent: Page, itself?: Page): Promise<boolean> {
    return allowed(async () => {
      await this.rules.require(ctx, this.types.of(page), parent, page);
      if (itself) await requireFreeSlug(ctx, parent.id, itself.slug, itself.id);
    });
  }

  private async mayMove(ctx: WriteCtx, page: Page, parent: Page): Promise<boolean> {
    if (page.aliasOfId !== null) return true;
    return allowed(async () => {
      await this.access.requireUnlocked(ctx, page);
      await this.rights.require(ctx, page, 'page.edit');
      await this.policy.require(ctx, 'page.add', { kind: 'page', path: parent.path });
      await this.rights.requireForLive(ctx, page, [page.path, parent.path]);
    });
  }
}

/** False where the work is refused; what fails otherwise fails as a whole. */
async function allowed(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}
