import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, invalid, type WriteCtx } from '@pipit/kernel';
import { Locales, type Locale } from '@pipit/locales';
import { PageAccess } from '../actions/page-access.js';
import { PageWriter, auditSubject } from '../actions/page-writer.js';
import { PageTypes } from '../content/page-types.js';
import { FirstRevisions } from '../copying/first-revisions.js';
import { SubtreeCopy } from '../copying/subtree-copy.js';
import { ROOT_ID, type Page } from '../page.entity.js';
import { PageTree } from '../tree/page-tree.js';
import { TreeRules } from '../tree/tree-rules.js';
import { translationExists } from './errors.js';
import { PageTranslated } from './events.js';
import { BeforeTranslate } from './hooks.js';
import { SharedCarrier } from './shared-carrier.js';
import { TranslatedParents, type ParentMode } from './translated-parents.js';
import { forgetTrashed, translationIn, translationsBelow } from './translation-sets.js';
import { Translators } from './translators.js';

/** What is to be there in which languages. */
export interface TranslatePageInput {
  readonly pageId: number;
  /** Codes of the languages. */
  readonly locales: readonly string[];
  /** With all pages below; those that are there already stay as they are. */
  readonly subtree: boolean;
  /** Pages above that are not there in the language yet. */
  readonly parents: ParentMode;
  /** Mirrors that stand in for translations, instead of drafts to be translated. */
  readonly alias?: boolean;
}

/** What came to be in one language. */
export interface TranslatedPage {
  readonly locale: string;
  readonly page: Page;
  /** How many pages were made or stopped being mirrors. */
  readonly pages: number;
}

/**
 * Makes drafts in other languages of a page, or a page and all below it: the same content, to be translated. A mirror
 * that stood in for a translation becomes a page of its own and stays what readers see. Links go on pointing at what
 * they point at, as in Wagtail: which of them are to lead to translations is part of translating.
 */
@Injectable()
export class TranslatePage extends Action<TranslatePageInput, TranslatedPage[]> {
  constructor(
    private readonly access: PageAccess,
    private readonly policy: Policy,
    private readonly locales: Locales,
    private readonly types: PageTypes,
    private readonly rules: TreeRules,
    private readonly tree: PageTree,
    private readonly copies: SubtreeCopy,
    private readonly firstRevisions: FirstRevisions,
    private readonly parents: TranslatedParents,
    private readonly translators: Translators,
    private readonly carrier: SharedCarrier,
    private readonly writer: PageWriter,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: TranslatePageInput): Promise<TranslatedPage[]> {
    await this.tree.lockForMove(ctx);
    const page = await this.access.takeLocked(ctx, input.pageId);
    await this.translators.requireReadable(ctx, page, input.subtree);
    await this.hooks.run(new BeforeTranslate(ctx, page, input.locales, input.subtree));
    const made: TranslatedPage[] = [];
    for (const code of new Set(input.locales)) {
      const locale = await this.locales.getByCode(ctx, code);
      if (locale.id === page.localeId) throw sameLanguage(page, locale);
      made.push(await this.translate(ctx, page, locale, input));
    }
    return made;
  }

  private async translate(
    ctx: WriteCtx,
    page: Page,
    locale: Locale,
    input: TranslatePageInput,
  ): Promise<TranslatedPage> {
    await forgetTrashed(ctx, page, locale.id);
    const converted = input.alias ? [] : await this.convertAliases(ctx, page, locale, input.subtree);
    const there = await translationIn(ctx, page, locale.id);
    const copied = there && !input.subtree ? null : await this.copy(ctx, page, there, locale, input);
    const pages = converted.length + (copied?.ids.size ?? 0);
    const root = copied?.root ?? there;
    if (pages === 0 || !root) throw existing(page, locale, there);
    const data = { locale: locale.code, to: root.id, pages };
    ctx.record({ action: 'page.translate', subject: auditSubject(page), data });
    if (root.id !== there?.id) {
      const { latestRevisionId: revisionId } = root;
      ctx.record({ action: 'page.create', subject: auditSubject(root), revisionId, data: { translationOf: page.id } });
    }
    ctx.emit(new PageTranslated(page.id, locale.code, root.id, pages));
    return { locale: locale.code, page: root, pages };
  }

  private async copy(ctx: WriteCtx, page: Page, there: Page | null, locale: Locale, input: TranslatePageInput) {
    const parent = there
      ? await this.tree.get(ctx, there.parentId!)
      : await this.parents.parentIn(ctx, page, locale, input.parents);
    // The page is there already as far as its type's counts go: a translation is no further one.
    if (!there && parent.id !== ROOT_ID) await this.rules.require(ctx, this.types.of(page), parent, page);
    if (input.subtree) {
      const below = await translationsBelow(ctx, page, locale.id, true);
      await this.translators.requireAddBelow(
        ctx,
        below.map(({ id }) => id),
      );
    }
    const alias = input.alias === true;
    if (alias && page.live) await this.policy.require(ctx, 'page.publish', { kind: 'page', path: parent.path });
    return this.copies.copy(ctx, {
      source: page,
      parent,
      ...(await this.parents.placeIn(ctx, page, parent, locale)),
      recursive: input.subtree,
      as: alias ? 'alias' : 'translation',
      joined: true,
      localeId: locale.id,
      keepLive: false,
    });
  }

  /** Mirrors that stand in for translations become pages of their own. */
  private async convertAliases(ctx: WriteCtx, page: Page, locale: Locale, subtree: boolean): Promise<number[]> {
    const found = await translationsBelow(ctx, page, locale.id, subtree);
    const ids = found.filter(({ isAlias }) => isAlias).map(({ id }) => id);
    if (ids.length === 0) return ids;
    await this.translators.requireAddBelow(ctx, ids);
    await ctx.manager.query('UPDATE page SET alias_of_id = NULL WHERE id = ANY($1::int[])', [ids]);
    await this.firstRevisions.add(ctx, ids);
    await this.carrier.rejoin(ctx, ids, this.writer);
    return ids;
  }
}

function sameLanguage(page: Page, locale: Locale) {
  const message = `“${page.draftTitle}” is written in ${locale.name} itself.`;
  return invalid(message, [{ path: '/locales', code: 'same_language', message }]);
}

function existing(page: Page, locale: Locale, there: Page | null) {
  const translation = there && { id: there.id, title: there.draftTitle };
  return translationExists(`“${page.draftTitle}” is there in ${locale.name} already.`, [], {
    locale: locale.code,
    translation,
  });
}
