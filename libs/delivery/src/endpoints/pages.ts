import { TRASH_PATH } from '@pipit/pages';
import type { Query } from '../grammar/query-string.js';
import { ListingQuery } from '../query/listing-query.js';
import { readChain, servedInstead } from '../query/language-chain.js';
import { readSite, readTypes } from '../query/page-scope.js';
import { filterByLanguage, filterByTree } from '../query/tree-filters.js';
import type { ApiRequest } from '../represent/api-request.js';
import type { Candidate, Endpoint } from './endpoint.js';
import { formerPage } from './resolve-redirect.js';
import { addressAndThoseAbove, answersItself } from './subpaths.js';

/** Live, public pages of one site. */
export const pagesEndpoint: Endpoint = {
  operations: ['type', 'child_of', 'ancestor_of', 'descendant_of', 'translation_of', 'locale', 'fallback', 'site'],
  filters: true,
  findParameters: ['id', 'html_path'],
  begin(query, request) {
    const { model, names } = readTypes(query, request.models);
    const listing = new ListingQuery(model);
    request.visibility.site = readSite(query, request.sites, request.site);
    listing.where(request.visibility.condition(listing.params));
    listing.types = names;
    if (names) listing.where(`p.type = ANY(${listing.params.add(names)}::text[])`);
    return listing;
  },
  narrow: filterByTree,
  narrowLast: filterByLanguage,
  modelOf: (row, request) => request.models.ofPageType(String(row['type'])),
  candidate: pageAt,
  async served(id, query, request) {
    const chain = await readChain(query, request);
    return chain ? servedInstead(id, chain, request) : null;
  },
};

const LIVE_PAGES = `SELECT id, type, url_path AS "urlPath" FROM page
  WHERE url_path = ANY($1::text[]) AND live AND path < '${TRASH_PATH}' ORDER BY length(url_path) DESC`;
/** Deeper than this no page can be. */
const MAX_SLUGS = 64;

/**
 * `html_path` is the path below the root of the request's site; how many slashes there are does not matter. What is
 * no page's own address may be one that a page above answers itself.
 */
async function pageAt(query: Query, request: ApiRequest): Promise<Candidate> {
  const path = query.get('html_path');
  const [root] = request.site?.roots ?? [];
  if (path === undefined || !root) return 'unasked';
  const slugs = path.split('/').filter((slug) => slug !== '');
  if (path.includes('\0') || slugs.length > MAX_SLUGS) return 'nothing';
  const urlPaths = addressAndThoseAbove(slugs.join('/')).map((address) => root.urlPath + address.slice(1));
  request.depends.onLivePages(null);
  const pages = await request.reader.rows(LIVE_PAGES, [urlPaths], { isTracked: true });
  const whole = urlPaths[0] as string;
  const page = pages.find(({ type, urlPath }) => {
    const rest = whole.slice(String(urlPath).length);
    return rest === '' || answersItself(request.models.subpathsOf(String(type)), rest);
  });
  if (page) return page['id'] as number;
  // Wagtail finds nothing here; a page that had the address is a better answer, unless a redirect says otherwise.
  const former = await formerPage(`/${slugs.join('/')}`, root, request);
  return former ?? 'nothing';
}
