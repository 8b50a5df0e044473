import { anyOf } from '@pipit/kernel';
import type { Query } from '../grammar/query-string.js';
import type { Row } from '../model/api-model.js';
import type { Selection } from '../model/selection.js';
import type { RowReader } from '../query/content-reader.js';
import { ListingQuery } from '../query/listing-query.js';
import type { ApiRequest } from './api-request.js';
import { GatheredPages } from './gathered-pages.js';
import { alongStatement, readAlong, takeAlong, type AlongStatement } from './read-along.js';
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

/** Reads pages of a type as they are to be seen on one site. */
interface PagesOfType {
  readonly statement: AlongStatement;
  readonly pages: GatheredPages;
}

/** What reads them, by what is chosen of them, the site and the type. */
const readers = new WeakMap<Selection, WeakMap<SiteEntry, Map<string, PagesOfType>>>();

/** The row of a page of that type that readers may see, found and read at once; null when there is no such page. */
export async function readPageAtOnce(
  selection: Selection,
  type: string,
  id: number,
  request: ApiRequest,
  everybodys: RowReader,
): Promise<Row | null> {
  const { site, staged, passed, depends } = request;
  if (!site || staged) return null;
  const { statement, pages } = pagesOf(selection, site, type, request, everybodys);
  depends.onObjects('page', [id]);
  const row = passed.length === 0 ? await pages.get(id) : await readByItself(id, statement, request);
  if (row) takeAlong(row, statement.followed, request);
  return row;
}

/** Whoever passes restrictions reads what others do not. */
async function readByItself(id: number, { text, values }: AlongStatement, { reader }: ApiRequest): Promise<Row | null> {
  const [row] = await reader.rows(text, [[id], ...values.slice(1)], { isTracked: true });
  return row ?? null;
}

function pagesOf(
  selection: Selection,
  site: SiteEntry,
  type: string,
  request: ApiRequest,
  reader: RowReader,
): PagesOfType {
  const ofSites = readers.get(selection) ?? new WeakMap<SiteEntry, Map<string, PagesOfType>>();
  readers.set(selection, ofSites);
  const ofTypes = ofSites.get(site) ?? new Map<string, PagesOfType>();
  ofSites.set(site, ofTypes);
  const known = ofTypes.get(type);
  if (known) return known;
  const statement = pagesStatement(selection, type, request);
  const rest = statement.values.slice(1);
  const pages = new GatheredPages((ids) => reader.rows(statement.text, [ids, ...rest]));
  ofTypes.set(type, { statement, pages });
  return { statement, pages };
}

/** The first value are the pages' ids. */
function pagesStatement(selection: Selection, type: string, request: ApiRequest): AlongStatement {
  const listing = new ListingQuery(selection.model);
  listing.where(`${anyOf('p.id', listing.params.add([]), 'int[]')} AND p.type = ${listing.params.add(type)}`);
  listing.where(request.visibility.condition(listing.params));
  return alongStatement(selection, listing.allStatement(selection.columns), request);
}

/** Ids up to here are remembered, in two bytes each. */
const HIGHEST = 4_000_000;

/**
 * The types of pages that were asked for before. A guess: whoever reads by it asks the database for a page of that id
 * and of that type.
 */
export class GuessedTypes {
  /** What a page's number in {@link byId} means; 0: not known. */
  private readonly names: (string | undefined)[] = [undefined];
  private byId = new Uint16Array(1024);

  of(id: number): string | undefined {
    return this.names[this.byId[id] ?? 0];
  }

  remember(id: number, type: string): void {
    if (id >= HIGHEST) return;
    if (id >= this.byId.length) {
      const larger = new Uint16Array(id * 2);
      larger.set(this.byId);
      this.byId = larger;
    }
    if (!this.names.includes(type)) this.names.push(type);
    this.byId[id] = this.names.indexOf(type);
  }
}
