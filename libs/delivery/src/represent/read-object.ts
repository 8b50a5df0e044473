import type { Query } from '../grammar/query-string.js';
import type { Row } from '../model/api-model.js';
import type { Selection } from '../model/selection.js';
import { ListingQuery } from '../query/listing-query.js';
import type { ApiRequest } from './api-request.js';
import { readAlong } from './read-along.js';
import { selectList } from './row-loader.js';

/** Parameters that choose what is shown, and never which object. */
const SHOWING = new Set(['fields', 'format', '_']);

/** True when nothing is asked of the object but to be shown. */
export function onlyShows(query: Query): boolean {
  for (const name of query.values.keys()) if (!SHOWING.has(name)) return false;
  return true;
}

/** The row of one object, which was found to be visible before. */
export async function readObject(selection: Selection, id: number, request: ApiRequest): Promise<Row | null> {
  const { source } = selection.model;
  const text = `SELECT ${selectList(source.id, selection.columns)} FROM ${source.from} WHERE ${source.id} = $1`;
  const of = { table: source.subject, ids: [id] };
  const [row] = await readAlong(selection, { text, values: [id] }, { of }, request);
  return row ?? null;
}

/** The row of a page of that type that readers may see, found and read at once; null when there is no such page. */
export async function readPageAtOnce(
  selection: Selection,
  type: string,
  id: number,
  request: ApiRequest,
): Promise<Row | null> {
  const listing = new ListingQuery(selection.model);
  listing.where(request.visibility.condition(listing.params));
  listing.where(`p.id = ${listing.params.add(id)} AND p.type = ${listing.params.add(type)}`);
  const statement = listing.allStatement(selection.columns);
  const [row] = await readAlong(selection, statement, { of: { table: 'page', ids: [id] } }, request);
  return row ?? null;
}

/** How many pages' types are remembered. */
const REMEMBERED = 20_000;

/**
 * The types of pages that were asked for before. A guess: whoever reads by it asks the database for a page of that id
 * and of that type.
 */
export class GuessedTypes {
  private readonly types = new Map<number, string>();

  of(id: number): string | undefined {
    return this.types.get(id);
  }

  remember(id: number, type: string): void {
    if (this.types.size >= REMEMBERED) this.types.delete(this.types.keys().next().value as number);
    this.types.set(id, type);
  }
}
