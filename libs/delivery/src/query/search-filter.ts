import type { SearchIndex } from '@pipit/search';
import { refused } from '../errors.js';
import type { Query } from '../grammar/query-string.js';
import type { ListingQuery } from './listing-query.js';

/** Narrows a listing by `search=`, which only knows some columns. Returns true when there was a search. */
export function filterBySearch(listing: ListingQuery, query: Query, index: SearchIndex, enabled: boolean): boolean {
  const text = query.get('search');
  if (text === undefined) return false;
  if (!enabled) throw refused('search is disabled');
  if (listing.narrowedByTag) throw refused('filtering by tag with a search query is not supported');
  const operator = query.get('search_operator') ?? 'and';
  if (!isOperator(operator)) throw refused("search_operator must be 'and' or 'or'");
  if (text.includes('\0')) throw refused('null characters are not allowed for search');
  const subject = listing.model.searchSubject;
  if (text === '' || subject === null) {
    listing.where('FALSE');
    return true;
  }
  const { unsearchable } = listing;
  if (unsearchable) throw refused(`cannot filter by '${unsearchable}' while searching (field is not indexed)`);
  const unsortable = listing.order?.find(({ notIndexed }) => notIndexed !== null)?.notIndexed;
  if (unsortable) throw refused(`cannot order by '${unsortable}' while searching (field is not indexed)`);
  const match = index.match(
    { subject, id: listing.model.source.id, text, operator: operator.toLowerCase() as 'and' | 'or' },
    (value) => listing.params.add(value),
  );
  listing.whereFound(match.where, match.rank);
  return true;
}

function isOperator(text: string): boolean {
  return ['and', 'or'].includes(text.toLowerCase());
}
