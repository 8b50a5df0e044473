import { fallbackChain } from '@pipit/locales';
import { missing, refused } from '../errors.js';
import type { Query } from '../grammar/query-string.js';
import type { ApiRequest } from '../represent/api-request.js';
import type { ListingQuery } from './listing-query.js';
import { keptPage, type Visibility } from './visibility.js';
import { SqlParameters } from './sql-parameters.js';

/** Languages, the one that is wanted first: each page is served in the first of them that it is there in. */
export type LanguageChain = readonly number[];

interface LocaleRow {
  readonly id: number;
  readonly code: string;
  readonly fallbackId: number | null;
}

/**
 * Reads what Wagtail does not know: several languages (`locale=de,en`), or one with those that readers get instead of it
 * (`locale=de&fallback=true`). Null: one language or none, as there.
 */
export async function readChain(query: Query, { reader }: ApiRequest): Promise<LanguageChain | null> {
  const fallback = query.get('fallback');
  if (fallback !== undefined && fallback !== 'true' && fallback !== 'false') {
    throw refused("fallback must be 'true' or 'false'");
  }
  const codes = query.get('locale')?.split(',') ?? [];
  if (codes.length === 0 || (codes.length === 1 && fallback !== 'true')) return null;
  const sql = 'SELECT id, code, fallback_id AS "fallbackId" FROM locale';
  const all = (await reader.rows(sql, [])) as unknown as LocaleRow[];
  const chain = codes.flatMap((code) => {
    const locale = all.find((each) => each.code === code);
    if (!locale) throw missing('No Locale matches the given query.');
    return fallback === 'true' ? fallbackChain(locale, all) : [locale];
  });
  return [...new Set(chain.map(({ id }) => id))];
}

/** Narrows a listing to pages that readers cannot have in a better language. */
export function filterByChain(listing: ListingQuery, chain: LanguageChain, visibility: Visibility): void {
  const { params } = listing;
  const ids = `${params.add(chain)}::int[]`;
  listing.where(`p.locale_id = ANY(${ids})`);
  listing.where(`NOT EXISTS (SELECT 1 FROM page better WHERE better.translation_key = p.translation_key
    AND array_position(${ids}, better.locale_id) < array_position(${ids}, p.locale_id)
    AND ${visibility.condition(params, 'better')})`);
}

/** The page, which has to be visible, in the best language that readers may have it in; null when there is none. */
export async function servedInstead(id: bigint, chain: LanguageChain, request: ApiRequest): Promise<number | null> {
  const params = new SqlParameters();
  const asked = params.add(String(id));
  const ids = `${params.add(chain)}::int[]`;
  const sql = `SELECT t.id FROM page p JOIN page t ON t.id = p.id OR t.translation_key = p.translation_key
    WHERE p.id = ${asked}::bigint AND ${request.visibility.condition(params)} AND t.locale_id = ANY(${ids})
      AND ${request.visibility.condition(params, 't')} ORDER BY array_position(${ids}, t.locale_id) LIMIT 1`;
  const [found] = await request.reader.rows(sql, params.values);
  return (found?.['id'] as number | undefined) ?? null;
}

/** A page in all its languages: what is asked about it is asked about each. */
export async function familyOf(
  translationKey: string | null,
  { reader }: ApiRequest,
): Promise<{ readonly id: number; readonly path: string }[]> {
  const sql = `SELECT p.id, p.path FROM page p WHERE p.translation_key = $1::uuid AND ${keptPage('p')} ORDER BY p.id`;
  return (await reader.rows(sql, [translationKey])) as unknown as { id: number; path: string }[];
}
