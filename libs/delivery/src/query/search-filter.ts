import type { SearchIndex } from '@pipit/search';
import { refused } from '../errors.js';
import type { Query } from '../grammar/query-string.js';
import type { ListingQuery } from './listing-query.js';

/** Narrows a listing by `search=`, which only knows some columns. Returns true when there was a search. */
export async function filterBySearch(
  listing: ListingQuery,
  query: Query,
  index: SearchIndex,
  enabled: boolean,
): Promise<boolean> {
  const text = query.get('search');
  if (text === undefined) return false;
  if (!enabled) throw refused('search is disabled');
  if (listing.narrowedByTag) throw refused('filtering by tag with a search query is not supported');
  const operator = readOperator(query);
  const subject = listing.model.searchSubject;
  if (text === '' || subject === null) {
    listing.where('FALSE');
    return true;
  }
  const { unsearchable } = listing;
  if (unsearchable) throw refused(`cannot filter by '${unsearchable}' while searching (field is not indexed)`);
  const unsortable = listing.order?.find(({ notIndexed }) => notIndexed !== null)?.notIndexed;
  if (unsortable) throw refused(`cannot order by '${unsortable}' while searching (field is not indexed)`);
  // Wagtail fails with a 500 here.
  if (text.includes('\0')) throw refused('null characters are not allowed for search');
  const match = await index.match({ subject, id: listing.model.source.id, text, operator }, (value) =>
    listing.params.add(value),
  );
  listing.whereFound(match.where, match.rank);
  return true;
}

/** How words are joined. Here Wagtail fails with a 500 on anything else. */
export function readOperator(query: Query): 'and' | 'or' {
  const operator = (query.get('search_operator') ?? 'and').toLowerCase();
  if (operator !== 'and' && operator !== 'or') throw refused("search_operator must be 'and' or 'or'");
  return operator;
}
