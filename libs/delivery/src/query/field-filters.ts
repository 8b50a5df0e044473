import { allFields, type ApiModel } from '../model/api-model.js';
import { refused } from '../errors.js';
import { isFilterParameter } from '../grammar/filter-parameters.js';
import type { Query } from '../grammar/query-string.js';
import { PRESENTATION_PARAMETERS } from '../represent/presentation.js';
import { CURSOR_PARAMETER } from './cursors.js';
import type { ListingQuery } from './listing-query.js';
import { readFilterValue } from './filter-value.js';

/** Narrows a listing by every parameter that is a field, in the order of the query string. */
export function filterByFields(listing: ListingQuery, query: Query): void {
  const indexed = indexedAttributes(listing.model);
  for (const [name, text] of query.values) {
    const column = allFields(listing.model).find((field) => field.name === name)?.filter;
    // Locales have a filter of their own, by code.
    if (!column || (column.type === 'column' && column.kind === 'locale')) continue;
    if (column.type === 'column') {
      const value = readFilterValue(column.kind, name, text);
      if (value === 'nothing') listing.whereField(column, 'FALSE', indexed);
      else listing.whereField(column, `${column.sql} = ${listing.params.add(value.value)}::${value.cast}`, indexed);
    } else if (column.by === 'tag') {
      filterByTags(listing, name, text, (value) => column.matching((tag) => `${tag} = ${value}`));
    } else {
      const value = readFilterValue(column.by === 'id' ? 'relation' : column.by, name, text);
      const matches =
        value === 'nothing'
          ? 'FALSE'
          : column.matching((key) => `${key} = ${listing.params.add(value.value)}::${value.cast}`);
      listing.whereField(column, matches, indexed);
    }
  }
}

/** A comma means “and”; nothing is trimmed, and the case counts. */
function filterByTags(listing: ListingQuery, name: string, text: string, matches: (value: string) => string): void {
  if (text.includes('\0')) throw refused(`field filter error. null characters are not allowed for ${name}`);
  for (const tag of text.split(',')) listing.where(matches(`${listing.params.add(tag)}::text`), 'name');
  listing.narrowedByTag = true;
}

/** Names of columns by which searches may be narrowed. */
function indexedAttributes(model: ApiModel): ReadonlySet<string> {
  return new Set(
    allFields(model).flatMap(({ filter }) => (filter?.type === 'column' && filter.indexed ? [filter.attribute] : [])),
  );
}

/** Refuses parameters which are neither fields nor operations of an endpoint. */
export function refuseUnknownParameters(query: Query, model: ApiModel, operations: readonly string[]): void {
  const known = new Set(allFields(model).flatMap(({ name, filter }) => (filter ? [name] : [])));
  for (const name of [...COMMON_OPERATIONS, ...operations]) known.add(name);
  const unknown = [...query.values.keys()]
    .filter((name) => !known.has(name) && !isFilterParameter(name))
    .sort((a, b) => (a < b ? -1 : 1));
  if (unknown.length === 0) return;
  throw refused(`query parameter is not an operation or a recognised field: ${unknown.join(', ')}`);
}

/** Parameters every listing takes; `_` is what some libraries add to get past caches. */
const COMMON_OPERATIONS = [
  'limit',
  'offset',
  'fields',
  'order',
  'search',
  'search_operator',
  '_',
  'format',
  CURSOR_PARAMETER,
  ...PRESENTATION_PARAMETERS,
];
