import type { ApiModel, Column, FilterColumn, KeyKind, RowSource } from '../model/api-model.js';
import { selectList } from '../represent/row-loader.js';
import { orderBy, type KeysetCondition, type SortKey } from './keyset.js';
import { SqlParameters } from './sql-parameters.js';

/** A condition on rows, with what a search has to know about it. */
interface Condition {
  readonly sql: string;
  /** The column a search would have to know; null when it knows. */
  readonly notIndexed: string | null;
}

/** The sort key of a listing that is in no order. */
export const RANDOM_ORDER = 'random()';

/** A sort key with what a search has to know about it. */
export interface OrderPart extends SortKey {
  readonly notIndexed: string | null;
}

/** One listing while it is put together: conditions, order, search. Values are parameters, names come from models. */
export class ListingQuery {
  readonly params = new SqlParameters();
  /** Wagtail's own mark, which any later narrowing takes away again. */
  narrowedByTag = false;
  order: readonly OrderPart[] | null = null;
  /** True when `child_of` narrowed the listing last; see the tree filters. */
  narrowedByParent = false;
  /** No row can satisfy what was asked. */
  isEmpty = false;
  /** Of pages: the types it is about, as stored; null for all. */
  types: readonly string[] | null = null;
  private readonly conditions: Condition[] = [];
  private rank: string | null = null;
  private hasWords = false;

  constructor(readonly model: ApiModel) {}

  /** Narrows the listing; `notIndexed` names the column a search cannot use. */
  where(sql: string, notIndexed: string | null = null): void {
    this.conditions.push({ sql, notIndexed });
    this.narrowedByTag = false;
  }

  /** Narrows by a field whose value was read before. */
  whereField(column: FilterColumn, sql: string, indexedAttributes: ReadonlySet<string>): void {
    const indexed = column.type === 'column' ? column.indexed : indexedAttributes.has(column.attribute);
    this.where(sql, indexed ? null : column.attribute);
  }

  /** The first column of the conditions that a search cannot use. */
  get unsearchable(): string | null {
    return this.conditions.find(({ notIndexed }) => notIndexed !== null)?.notIndexed ?? null;
  }

  /** Narrows by a search and, unless an order was asked for, sorts by relevance. */
  whereFound(sql: string, rank: string): void {
    this.where(sql);
    this.hasWords = true;
    if (this.order === null) this.rank = rank;
  }

  /** The statement that reads the rows. */
  rowsStatement(
    columns: readonly Column[],
    limit: number,
    offset: bigint,
  ): { text: string; values: readonly unknown[] } {
    const window = windowSql(limit, offset, this.params);
    const text = this.windowStatement(columns, this.whereClause, this.orderClause, window);
    return { text, values: this.params.values };
  }

  /** The statement that reads all of them. */
  allStatement(columns: readonly Column[]): { text: string; values: readonly unknown[] } {
    const { source } = this.model;
    const text = `SELECT ${selectList(source.id, columns)} FROM ${source.from} ${this.whereClause}`;
    return { text, values: this.params.values };
  }

  /** The statement that counts them. Has to be taken before {@link rowsStatement}, which adds parameters. */
  countStatement(): { text: string; values: readonly unknown[] } {
    const { from, parts } = this.model.source;
    const bare = parts && !asksContent(this.whereClause) ? `${parts.table} ${parts.as}` : from;
    const text = `SELECT count(*)::int AS total FROM ${bare} ${this.whereClause}`;
    return { text, values: [...this.params.values] };
  }

  /** True when the rows come in any order. */
  get isRandom(): boolean {
    return this.order?.some(({ notIndexed }) => notIndexed === '?') ?? false;
  }

  /** True when words are looked for. */
  get isSearch(): boolean {
    return this.hasWords;
  }

  /** The order down to the last row: rows that are equal in it are told apart by their keys. */
  get sortKeys(): readonly SortKey[] {
    const asked = this.order ?? [];
    const { source } = this.model;
    const own: SortKey = { sql: source.order, descending: false, cast: ownCast(source), nullable: false };
    if (asked.length === 0) return this.rank === null ? [own] : [{ ...RANK, sql: this.rank }, own];
    const last: SortKey = { ...own, sql: source.id, cast: KEY_CASTS[source.key] };
    return [...asked, { ...last, descending: asked.at(-1)?.descending ?? false }];
  }

  /** The statement that reads rows in an order of their own, narrowed by a condition more. */
  stretchStatement(
    columns: readonly Column[],
    keys: readonly SortKey[],
    condition: KeysetCondition | null,
    limit: number,
  ): { text: string; values: readonly unknown[] } {
    const params = this.params.fork();
    const where = [this.whereClause || 'WHERE TRUE', ...(condition === null ? [] : [`(${condition(params)})`])].join(
      ' AND ',
    );
    const text = this.windowStatement(columns, where, orderBy(keys), windowSql(limit, 0n, params));
    return { text, values: params.values };
  }

  /**
   * Rows are chosen before content is joined to them where the choice asks nothing of it: what is passed over is never
   * joined, and Postgres takes one plan for all values to be as good as one for each.
   */
  private windowStatement(columns: readonly Column[], where: string, order: string, window: string): string {
    const { id, from, parts } = this.model.source;
    const list = selectList(id, columns);
    if (!parts || this.isRandom || asksContent(`${where} ${order}`)) {
      return `SELECT ${list} FROM ${from} ${where} ORDER BY ${order} ${window}`;
    }
    const { table, as, content } = parts;
    const chosen = `SELECT ${as}.* FROM ${table} ${as} ${where} ORDER BY ${order} ${window}`;
    return `SELECT ${list} FROM (${chosen}) ${as} ${content} ORDER BY ${order}`;
  }

  private get whereClause(): string {
    return this.conditions.length === 0 ? '' : `WHERE ${this.conditions.map(({ sql }) => `(${sql})`).join(' AND ')}`;
  }

  private get orderClause(): string {
    const { order } = this.model.source;
    // Rows that are equal by what was asked for come in one order always, so that no page of a listing repeats any.
    if (this.order !== null && this.order.length > 0) return orderBy(this.isRandom ? this.order : this.sortKeys);
    return this.rank === null ? order : `${this.rank} DESC, ${order}`;
  }
}

/** SQL that names the content of rows, which is called so in all statements. */
function asksContent(sql: string): boolean {
  return /\bc\./.test(sql);
}

/** Larger limits are seldom asked for, and each in the statement would make another statement of it. */
const MAX_WRITTEN = 100;

/**
 * SQL: that part of the rows. A limit that is written and no offset at all tell Postgres that few rows are wanted, so that
 * the plan it keeps is the right one; of parameters it would believe that a tenth of all is, and plan each time anew.
 */
function windowSql(limit: number, offset: bigint, params: SqlParameters): string {
  const text = `LIMIT ${limit <= MAX_WRITTEN ? String(limit) : params.add(limit)}`;
  return offset === 0n ? text : `${text} OFFSET ${params.add(String(offset))}`;
}

const KEY_CASTS: Readonly<Record<KeyKind, string>> = { id: 'bigint', bigint: 'bigint', uuid: 'uuid', text: 'text' };
const RANK: SortKey = { sql: '', descending: true, cast: 'real', nullable: false };

/** Pages stand in the order of their paths, everything else in that of its keys. */
function ownCast({ order, id, key }: RowSource): string {
  return order === id ? KEY_CASTS[key] : 'text';
}
