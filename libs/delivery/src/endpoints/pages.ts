import { TRASH_PATH } from '@pipit/pages';
import type { Query } from '../grammar/query-string.js';
import { ListingQuery } from '../query/listing-query.js';
import { readSite, readTypes } from '../query/page-scope.js';
import { filterByLanguage, filterByTree } from '../query/tree-filters.js';
import type { ApiRequest } from '../represent/api-request.js';
import type { Candidate, Endpoint } from './endpoint.js';

/** Live, public pages of one site. */
export const pagesEndpoint: Endpoint = {
  operations: ['type', 'child_of', 'ancestor_of', 'descendant_of', 'translation_of', 'locale', 'site'],
  filters: true,
  findParameters: ['id', 'html_path'],
  begin(query, request) {
    const { model, names } = readTypes(query, request.models);
    const listing = new ListingQuery(model);
    request.visibility.site = readSite(query, request.sites, request.site);
    listing.where(request.visibility.condition(listing.params));
    if (names) listing.where(`p.type = ANY(${listing.params.add(names)}::text[])`);
    return listing;
  },
  narrow: filterByTree,
  narrowLast: filterByLanguage,
  modelOf: (row, request) => request.models.ofPageType(String(row['type'])),
  candidate: pageAt,
};

const LIVE_PAGE = `SELECT id FROM page WHERE url_path = $1 AND live AND path < '${TRASH_PATH}'`;

/** `html_path` is the path below the root of the request's site; how many slashes there are does not matter. */
async function pageAt(query: Query, request: ApiRequest): Promise<Candidate> {
  const path = query.get('html_path');
  const [root] = request.site?.roots ?? [];
  if (path === undefined || !root) return 'unasked';
  const slugs = path.split('/').filter((slug) => slug !== '');
  const urlPath = root.urlPath + slugs.map((slug) => `${slug}/`).join('');
  if (urlPath.includes('\0')) return 'nothing';
  const [page] = await request.reader.rows(LIVE_PAGE, [urlPath]);
  return page ? (page['id'] as number) : 'nothing';
}
