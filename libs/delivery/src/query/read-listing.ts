import { requireCountable, type Page } from '../grammar/paging.js';
import type { Row } from '../model/api-model.js';
import type { Selection } from '../model/selection.js';
import type { ApiRequest } from '../represent/api-request.js';
import { readAlong } from '../represent/read-along.js';
import { dependOnListing } from './listing-dependencies.js';
import type { ListingQuery } from './listing-query.js';

/** Part of a listing, and how many rows there are in all of it. */
export interface ListedRows {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** Reads a part of a listing and counts all of it, in one round trip unless there is nothing in that part. */
export async function readListing(
  listing: ListingQuery,
  selection: Selection,
  part: Page,
  request: ApiRequest,
): Promise<ListedRows> {
  requireCountable(part);
  const { limit, offset } = part;
  const count = listing.countStatement();
  const total = { key: 'total_count', sql: `(${count.text})` };
  const page = listing.rowsStatement([...selection.columns, total], limit, offset);
  const { subject: main } = listing.model.source;
  // Counting reads nothing else.
  const text = page.text.replace(count.text, '');
  dependOnListing(text, { main, types: listing.types }, request.depends, request.options.wagtailReferences);
  // Statements whose text follows the query's wording come once and are not worth preparing.
  const reading = { repeats: !listing.isSearch, isTracked: true };
  const rows = limit === 0 ? [] : await readAlong(selection, page, reading, request);
  const [first] = rows;
  if (first) return { rows, total: first[total.key] as number };
  if (limit > 0 && offset === 0n) return { rows, total: 0 };
  const [counted] = await request.reader.rows(count.text, count.values, { ...reading, repeats: false });
  return { rows, total: (counted?.['total'] as number | undefined) ?? 0 };
}
