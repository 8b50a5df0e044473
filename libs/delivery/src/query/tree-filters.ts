import { ancestorPaths } from '@pipit/pages';
import { missing, refused } from '../errors.js';
import { readInteger } from '../grammar/python-text.js';
import type { Query } from '../grammar/query-string.js';
import type { ApiRequest } from '../represent/api-request.js';
import { familyOf, filterByChain, readChain } from './language-chain.js';
import type { ListingQuery } from './listing-query.js';
import { withinPath } from './sql-parameters.js';

/** A page that a filter names. */
interface NamedPage {
  readonly id: number;
  readonly path: string;
  readonly translationKey: string | null;
}

const LARGEST_ID = 2n ** 31n - 1n;

/**
 * `child_of`, `ancestor_of` and `descendant_of`, in this order. With a chain of languages the page a filter names stands
 * for its translations too.
 */
export async function filterByTree(listing: ListingQuery, query: Query, request: ApiRequest): Promise<void> {
  const chain = await readChain(query, request);
  const family = async (page: NamedPage): Promise<readonly Pick<NamedPage, 'id' | 'path'>[]> =>
    chain && page.translationKey !== null ? familyOf(page.translationKey, request) : [page];
  const parent = await namedPage('child_of', "parent page doesn't exist", query, request, true);
  if (parent) {
    const ids = (await family(parent)).map(({ id }) => id);
    listing.where(
      ids.length === 1
        ? `p.parent_id = ${listing.params.add(parent.id)}`
        : `p.parent_id = ANY(${listing.params.add(ids)}::int[])`,
    );
    listing.narrowedByParent = true;
  }
  const descendant = await namedPage('ancestor_of', "descendant page doesn't exist", query, request, false);
  if (descendant) {
    const above = (await family(descendant)).flatMap(({ path }) => ancestorPaths(path));
    listing.where(`p.path = ANY(${listing.params.add(above)}::text[])`);
    listing.narrowedByParent = false;
  }
  if (!query.has('descendant_of')) return;
  if (listing.narrowedByParent) throw refused('filtering by descendant_of with child_of is not supported');
  const ancestor = await namedPage('descendant_of', "ancestor page doesn't exist", query, request, true);
  if (ancestor) {
    const below = (await family(ancestor)).map(
      ({ id, path }) => `(${withinPath('p.path', path, listing.params)} AND p.id <> ${listing.params.add(id)})`,
    );
    listing.where(below.join(' OR '));
  }
}

/** `translation_of` and `locale`, in this order. */
export async function filterByLanguage(listing: ListingQuery, query: Query, request: ApiRequest): Promise<void> {
  const page = await namedPage('translation_of', "translation_of page doesn't exist", query, request, true);
  const chain = await readChain(query, request);
  if (page) {
    const key = listing.params.add(page.translationKey);
    listing.where(`p.translation_key = ${key}::uuid`);
    // In a chain the page may be the best there is of itself.
    if (!chain) listing.where(`p.id <> ${listing.params.add(page.id)}`);
  }
  if (chain) return filterByChain(listing, chain, request.visibility);
  const code = query.get('locale');
  if (code === undefined) return;
  const [locale] = await request.reader.rows('SELECT id FROM locale WHERE code = $1', [code]);
  if (!locale) throw missing('No Locale matches the given query.');
  listing.where(`p.locale_id = ${listing.params.add(locale['id'])}`);
}

/** The page a parameter names by its id or, where that is allowed, as `root`; null when it is not there. */
async function namedPage(
  parameter: string,
  absent: string,
  query: Query,
  request: ApiRequest,
  rootAllowed: boolean,
): Promise<NamedPage | null> {
  const text = query.get(parameter);
  if (text === undefined) return null;
  const id = readInteger(text);
  if (id === null || id < 0n) {
    if (text === 'root' && rootAllowed) return rootPage(request, absent);
    throw refused(`${parameter} must be a positive integer`);
  }
  const columns = 'p.id, p.path, p.translation_key AS "translationKey"';
  const ids = [id > LARGEST_ID ? 0 : Number(id)];
  const { text: sql, values } = request.visibility.statement(ids, columns);
  const [found] = await request.reader.rows(sql, values, { of: { table: 'page', ids } });
  if (!found) throw refused(absent);
  return found as unknown as NamedPage;
}

/** `root` is the root of the site of the request's host, whatever `site=` says. */
async function rootPage({ site, reader }: ApiRequest, absent: string): Promise<NamedPage> {
  const [root] = site?.roots ?? [];
  const sql = 'SELECT p.id, p.path, p.translation_key AS "translationKey" FROM page p WHERE p.id = $1';
  const ids = [root?.pageId];
  const [found] = root ? await reader.rows(sql, ids, { of: { table: 'page', ids } }) : [];
  if (!found) throw refused(absent);
  return found as unknown as NamedPage;
}
