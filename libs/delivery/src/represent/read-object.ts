import type { Query } from '../grammar/query-string.js';
import type { Row } from '../model/api-model.js';
import type { Selection } from '../model/selection.js';
import { ListingQuery } from '../query/listing-query.js';
import type { ApiRequest } from './api-request.js';
import { alongStatement, readAlong, readStatement, type AlongStatement } from './read-along.js';
import { selectList } from './row-loader.js';
import type { SiteEntry } from './site-map.js';

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

/** Statements that read a page of a type, by what is chosen of it and the site it has to be on. */
const statements = new WeakMap<Selection, WeakMap<SiteEntry, AlongStatement>>();

/** The row of a page of that type that readers may see, found and read at once; null when there is no such page. */
export async function readPageAtOnce(
  selection: Selection,
  type: string,
  id: number,
  request: ApiRequest,
): Promise<Row | null> {
  const { site, staged } = request;
  if (!site || staged) return null;
  const ofSites = statements.get(selection) ?? new WeakMap<SiteEntry, AlongStatement>();
  statements.set(selection, ofSites);
  const statement = ofSites.get(site) ?? pageStatement(selection, request);
  ofSites.set(site, statement);
  const values = [id, type, ...statement.values.slice(2)];
  const [row] = await readStatement({ ...statement, values }, { of: { table: 'page', ids: [id] } }, request);
  return row ?? null;
}

/** The first two values are the page's id and its type. */
function pageStatement(selection: Selection, request: ApiRequest): AlongStatement {
  const listing = new ListingQuery(selection.model);
  listing.where(`p.id = ${listing.params.add(0)} AND p.type = ${listing.params.add('')}`);
  listing.where(request.visibility.condition(listing.params));
  return alongStatement(selection, listing.allStatement(selection.columns), request);
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
