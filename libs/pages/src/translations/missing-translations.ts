import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import type { Ctx, Paged } from '@pipit/kernel';
import { Locales } from '@pipit/locales';
import { PageList } from '../queries/page-list.js';
import type { PageRow } from '../queries/page-row.js';
import { TRASH_PATH } from '../tree/roots.js';
import { OUTDATED } from './page-translations.js';

/** What a translation lacks: it is not there, a mirror stands in for it, it was never published, its source is newer. */
export const TRANSLATION_GAPS = ['missing', 'alias', 'draft', 'outdated'] as const;
export type TranslationGap = (typeof TRANSLATION_GAPS)[number];

/** Which gaps. */
export interface MissingTranslationsQuery {
  /** Code of the language that lacks something. */
  readonly locale: string;
  readonly gaps?: readonly TranslationGap[];
  readonly type?: string;
  /** Pages below that one, and itself. */
  readonly below?: number;
  readonly limit: number;
  readonly offset: number;
}

/** A page that is not, or not well, translated into a language. */
export interface MissingTranslation {
  readonly page: PageRow;
  readonly gap: TranslationGap;
  readonly translation: { readonly id: number; readonly title: string } | null;
}

/** How far one language is. */
export interface TranslationProgress extends Readonly<Record<TranslationGap, number>> {
  readonly locale: string;
  readonly name: string;
  /** Pages that are written in other languages first. */
  readonly pages: number;
}

const GAP = `CASE WHEN t.id IS NULL THEN 'missing' WHEN t.alias_of_id IS NOT NULL THEN 'alias'
  WHEN NOT t.live THEN 'draft' WHEN ${OUTDATED} THEN 'outdated' END`;

/** Every page that is the oldest of its translations, with what it is in each further language. */
const PAIRS = `page s
  JOIN locale l ON l.id <> s.locale_id
  LEFT JOIN page t ON t.translation_key = s.translation_key AND t.locale_id = l.id AND t.path < '${TRASH_PATH}'`;
const SOURCES = `s.path < '${TRASH_PATH}' AND s.parent_id IS NOT NULL AND s.alias_of_id IS NULL
  AND NOT EXISTS (SELECT FROM page o WHERE o.translation_key = s.translation_key AND o.id < s.id
                   AND o.alias_of_id IS NULL AND o.path < '${TRASH_PATH}')`;

interface Found {
  readonly id: number;
  readonly gap: TranslationGap;
  readonly translationId: number | null;
  readonly total: string;
}

/** Finds pages that lack translations, among those the acting person works with. */
@Injectable()
export class MissingTranslations {
  constructor(
    private readonly policy: Policy,
    private readonly locales: Locales,
    private readonly list: PageList,
  ) {}

  /** The gaps of one language in the order of the tree. */
  async find(ctx: Ctx, query: MissingTranslationsQuery): Promise<Paged<MissingTranslation>> {
    const { id: localeId } = await this.locales.getByCode(ctx, query.locale);
    const params: unknown[] = [localeId, query.gaps ?? TRANSLATION_GAPS];
    const where = ['l.id = $1', SOURCES, await this.seen(ctx, params), `${GAP} = ANY($2::text[])`];
    if (query.type) where.push(`s.type = $${params.push(query.type)}`);
    if (query.below !== undefined) {
      where.push(
        `EXISTS (SELECT FROM page b WHERE b.id = $${params.push(query.below)}
            AND s.path >= b.path AND s.path < left(b.path, -1) || '/')`,
      );
    }
    const matching = `FROM ${PAIRS} WHERE ${where.join(' AND ')}`;
    const rows: Found[] = await ctx.manager.query(
      `SELECT s.id, ${GAP} AS gap, t.id AS "translationId", count(*) OVER () AS total ${matching}
        ORDER BY s.path LIMIT $${params.length + 1} OFFSET $${params.length + 2}`,
      [...params, query.limit, query.offset],
    );
    if (rows[0]) return { total: Number(rows[0].total), items: await this.withPages(ctx, rows) };
    const [count]: { total: number }[] = await ctx.manager.query(`SELECT count(*)::int AS total ${matching}`, params);
    return { total: count!.total, items: [] };
  }

  /** How many pages lack what, in each language. */
  async progress(ctx: Ctx): Promise<TranslationProgress[]> {
    const params: unknown[] = [];
    const counts = TRANSLATION_GAPS.map((gap) => `(count(*) FILTER (WHERE ${GAP} = '${gap}'))::int AS ${gap}`);
    const rows: (Omit<TranslationProgress, 'name'> & { locale: string })[] = await ctx.manager.query(
      `SELECT l.code AS locale, count(*)::int AS pages, ${counts.join(', ')}
         FROM ${PAIRS} WHERE ${SOURCES} AND ${await this.seen(ctx, params)} GROUP BY l.code`,
      params,
    );
    const none = { pages: 0, missing: 0, alias: 0, draft: 0, outdated: 0 };
    return (await this.locales.all(ctx)).map(({ code, name }) => ({
      ...none,
      ...rows.find(({ locale }) => locale === code),
      locale: code,
      name,
    }));
  }

  private async withPages(ctx: Ctx, found: readonly Found[]): Promise<MissingTranslation[]> {
    const ids = found.flatMap(({ id, translationId }) => (translationId === null ? [id] : [id, translationId]));
    const { items } = await this.list.list(ctx, { ids, order: 'tree', limit: ids.length, offset: 0 });
    const rows = new Map(items.map((row) => [row.id, row]));
    return found.flatMap(({ id, gap, translationId }) => {
      const page = rows.get(id);
      const translation = translationId === null ? undefined : rows.get(translationId);
      return page
        ? [{ page, gap, translation: translation ? { id: translation.id, title: translation.title } : null }]
        : [];
    });
  }

  /** Whoever may edit or publish a page is told what it lacks. */
  private async seen(ctx: Ctx, params: unknown[]): Promise<string> {
    const edit = await this.policy.predicate(ctx, 'page.edit', { kind: 'page', alias: 's' }, params);
    const publish = await this.policy.predicate(ctx, 'page.publish', { kind: 'page', alias: 's' }, params);
    return `(${edit} OR ${publish})`;
  }
}
