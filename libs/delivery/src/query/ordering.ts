import type { Dependencies } from '../cache/dependencies.js';
import { refused } from '../errors.js';
import type { Query } from '../grammar/query-string.js';
import { fieldOf, type ApiModel } from '../model/api-model.js';
import { castOf } from './keyset.js';
import { RANDOM_ORDER, type ListingQuery, type OrderPart } from './listing-query.js';

const RANDOM = 'random';

/** Sorts a listing as `order=` says. */
export function orderListing(listing: ListingQuery, query: Query, depends: Dependencies): void {
  const text = query.get('order');
  if (text === undefined) return;
  const names = text === '' ? [] : text.split(',');
  if (names.includes(RANDOM)) {
    if (names.length > 1) throw refused('random ordering cannot be combined with other fields');
    if (query.has('offset')) throw refused('random ordering with offset is not supported');
    listing.order = [{ sql: RANDOM_ORDER, descending: false, cast: 'float', nullable: false, notIndexed: '?' }];
    depends.onNothingKept();
  } else {
    listing.order = names.map((name) => orderPart(name, listing.model));
    // Wagtail finds this out last, and blames all of it.
    if (names.some((name) => name.startsWith('--'))) throw refused(`cannot order by '${text}' (invalid field)`);
  }
  listing.narrowedByTag &&= names.length === 0;
}

function orderPart(asked: string, model: ApiModel): OrderPart {
  const descending = asked.startsWith('-');
  const name = asked.replace(/^-+/, '');
  const column = fieldOf(model, name)?.filter;
  if (!column || name === RANDOM) throw refused(`cannot order by '${asked}' (unknown field)`);
  const sql = column.type === 'column' ? column.sql : column.smallest;
  const cast =
    column.type === 'column' ? castOf(column.kind) : column.by === 'id' || column.by === 'tag' ? 'bigint' : 'text';
  const searchable = column.type === 'column' && column.indexed && column.attribute === name;
  return { sql, descending, cast, nullable: true, notIndexed: searchable ? null : name };
}
