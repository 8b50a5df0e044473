import { refused } from '../errors.js';
import { readPage } from '../grammar/paging.js';
import type { Query } from '../grammar/query-string.js';
import type { Row } from '../model/api-model.js';
import type { Selection } from '../model/selection.js';
import type { ApiRequest } from '../represent/api-request.js';
import { readAlong } from '../represent/read-along.js';
import { CURSOR_PARAMETER, listingMark, type Cursor, type Cursors } from './cursors.js';
import { behind, reversed, type Position, type SortKey } from './keyset.js';
import { dependOnListing } from './listing-dependencies.js';
import type { ListingQuery } from './listing-query.js';

/** A part of a listing, and the cursors of the parts beside it. */
export interface Stretch {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly previous: string | null;
}

/**
 * Reads the part of a listing that a cursor points at. It costs the same wherever it lies: nothing is counted and
 * nothing passed over, the order's index is entered at the position.
 */
export async function readStretch(
  name: string,
  listing: ListingQuery,
  selection: Selection,
  query: Query,
  request: ApiRequest,
  cursors: Cursors,
): Promise<Stretch> {
  if (query.has('offset')) throw refused('offset and cursor cannot be combined');
  if (listing.isRandom) throw refused('random ordering with a cursor is not supported');
  const { limit } = readPage(query.values, request.options.maxLimit);
  const mark = listingMark(name, request.site?.id ?? null, query);
  const cursor = cursors.read(mark, query.get(CURSOR_PARAMETER) ?? '');
  const keys = listing.sortKeys;
  if (cursor && cursor.position.length !== keys.length) throw refused('cursor error: this is not a cursor');
  if (limit === 0) return { rows: [], next: null, previous: null };
  const found = await readFrom(cursor, listing, selection, limit + 1, request);
  const hasMore = found.length > limit;
  const rows = cursor?.backwards ? found.slice(0, limit).reverse() : found.slice(0, limit);
  const at = (row: Row | undefined, backwards: boolean): string | null =>
    row ? cursors.write(mark, { backwards, position: positionOf(row, keys) }) : null;
  return {
    rows,
    next: cursor?.backwards || hasMore ? at(rows.at(-1), false) : null,
    previous: (cursor && !cursor.backwards) || (cursor?.backwards && hasMore) ? at(rows[0], true) : null,
  };
}

async function readFrom(
  cursor: Cursor | null,
  listing: ListingQuery,
  selection: Selection,
  wanted: number,
  request: ApiRequest,
): Promise<Row[]> {
  const keys = cursor?.backwards ? reversed(listing.sortKeys) : listing.sortKeys;
  const { subject: main } = listing.model.source;
  const read = [
    ...selection.columns,
    ...keys.map(({ sql }, index) => ({ key: keyName(index), sql: `(${sql})::text` })),
  ];
  const parts = cursor ? behind(keys, cursor.position) : [null];
  const rows: Row[] = [];
  for (const part of parts) {
    if (rows.length === wanted) break;
    const { text, values } = listing.stretchStatement(read, keys, part, wanted - rows.length);
    dependOnListing(text, { main, types: listing.types }, request.depends, request.options.wagtailReferences);
    const reading = { repeats: !listing.isSearch, isTracked: true };
    rows.push(...(await readAlong(selection, { text, values }, reading, request)));
  }
  return rows;
}

function positionOf(row: Row, keys: readonly SortKey[]): Position {
  return keys.map((_, index) => row[keyName(index)] as string | null);
}

const keyName = (index: number): string => `sort_key_${index}`;
