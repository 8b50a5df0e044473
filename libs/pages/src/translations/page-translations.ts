import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { kept, type Ctx } from '@pipit/kernel';
import { Locales } from '@pipit/locales';
import { pageNotFound } from '../errors.js';
import { PageList } from '../queries/page-list.js';
import type { PageRow, PageState } from '../queries/page-row.js';
import { TRASH_PATH } from '../tree/roots.js';

/** A page in one of its languages. */
export interface PageTranslation {
  readonly locale: string;
  readonly id: number;
  readonly title: string;
  readonly state: PageState;
  readonly url: string | null;
  /** The oldest of them, which the others are translations of; it owns the fields they share. */
  readonly isSource: boolean;
  /** A mirror that stands in for a translation. */
  readonly isAlias: boolean;
  /** The source was published after it was. */
  readonly isOutdated: boolean;
}

/** What there is of a page in one language. */
export interface TranslationState {
  readonly locale: string;
  readonly name: string;
  /** Null: none, or one that the acting person may not see. */
  readonly page: PageTranslation | null;
  readonly exists: boolean;
  /** The acting person may make one, or make a mirror a page of its own. */
  readonly canTranslate: boolean;
}

/** A page among its translations. */
export interface SetMember {
  readonly id: number;
  readonly locale: string;
  readonly isAlias: boolean;
  readonly isSource: boolean;
  readonly isOutdated: boolean;
}

/** SQL: a source `s` went live after its translation `t` did. */
export const OUTDATED = '(t.alias_of_id IS NULL AND s.live AND t.last_published_at < s.last_published_at)';

/** SQL: the page `$1` and its translations, the oldest first; mirrors behind all others. */
export const TRANSLATIONS = `WITH t AS (
    SELECT * FROM page
     WHERE (id = $1 OR translation_key = (SELECT translation_key FROM page WHERE id = $1)) AND path < '${TRASH_PATH}'),
  s AS (SELECT * FROM t WHERE alias_of_id IS NULL ORDER BY id LIMIT 1)
  SELECT t.id, l.code AS locale, t.alias_of_id IS NOT NULL AS "isAlias", (t.id = s.id) IS TRUE AS "isSource",
         (${OUTDATED}) IS TRUE AS "isOutdated"
    FROM t JOIN locale l ON l.id = t.locale_id LEFT JOIN s ON true
   ORDER BY t.alias_of_id IS NOT NULL, t.id`;

/** Reads what pages are in other languages. */
@Injectable()
export class PageTranslations {
  constructor(
    private readonly policy: Policy,
    private readonly locales: Locales,
    private readonly list: PageList,
  ) {}

  /** What {@link TRANSLATIONS} answers, as far as the acting person may see it; `seen` is the page that was asked for. */
  async visible(ctx: Ctx, members: readonly SetMember[], seen: PageRow): Promise<PageTranslation[]> {
    const others = members.map(({ id }) => id).filter((id) => id !== seen.id);
    // The tree's root has no language.
    const rows = new Map(seen.parentId === null ? [] : [[seen.id, seen]]);
    if (others.length > 0) {
      const { items } = await this.list.list(ctx, { ids: others, order: 'tree', limit: others.length, offset: 0 });
      for (const row of items) rows.set(row.id, row);
    }
    return members.flatMap((member) => {
      const row = rows.get(member.id);
      return row ? [printed(member, row)] : [];
    });
  }

  /** For each language what there is of the page, the default language first. */
  async states(ctx: Ctx, pageId: number): Promise<TranslationState[]> {
    const row = await this.list.find(ctx, pageId);
    if (!row) throw pageNotFound(pageId);
    const members = await ctx.manager.query<SetMember[]>(kept(TRANSLATIONS), [pageId]);
    const visible = await this.visible(ctx, members, row);
    const mayTranslate = row.can.translate && (await this.policy.can(ctx, 'page.add'));
    return (await this.locales.all(ctx)).map(({ code, name }) => {
      const member = members.find(({ locale }) => locale === code);
      const page = visible.find(({ locale }) => locale === code) ?? null;
      const canTranslate = mayTranslate && code !== row.locale && (!member || member.isAlias);
      return { locale: code, name, page, exists: member !== undefined, canTranslate };
    });
  }
}

function printed({ isSource, isAlias, isOutdated }: SetMember, row: PageRow): PageTranslation {
  const { id, locale, title, state, url } = row;
  return { id, locale, title, state, url, isSource, isAlias, isOutdated };
}
