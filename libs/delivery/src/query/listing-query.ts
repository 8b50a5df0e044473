import type { ApiModel, Column, FilterColumn } from '../model/api-model.js';
import { selectList } from '../represent/row-loader.js';
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
export interface OrderPart {
  readonly sql: string;
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
    if (this.order === null) this.rank = rank;
  }

  /** The statement that reads the rows. */
  rowsStatement(
    columns: readonly Column[],
    limit: number,
    offset: bigint,
  ): { text: string; values: readonly unknown[] } {
    const { source } = this.model;
    const window = `LIMIT ${this.params.add(limit)} OFFSET ${this.params.add(String(offset))}`;
    const text = `SELECT ${selectList(source.id, columns)} FROM ${source.from} ${this.whereClause} ORDER BY ${this.orderClause} ${window}`;
    return { text, values: this.params.values };
  }

  /** The statement that counts them. Has to be taken before {@link rowsStatement}, which adds parameters. */
  countStatement(): { text: string; values: readonly unknown[] } {
    const text = `SELECT count(*)::int AS total FROM ${this.model.source.from} ${this.whereClause}`;
    return { text, values: [...this.params.values] };
  }

  private get whereClause(): string {
    return this.conditions.length === 0 ? '' : `WHERE ${this.conditions.map(({ sql }) => `(${sql})`).join(' AND ')}`;
  }

  /** Rows that are equal by what was asked for come in one order always, so that no page of a listing repeats any. */
  private get lastKey(): string {
    const last = this.order?.at(-1);
    if (!last || last.sql === RANDOM_ORDER || last.sql.replace(/ DESC$/, '') === this.model.source.id) return '';
    return `, ${this.model.source.id}${last.sql.endsWith(' DESC') ? ' DESC' : ''}`;
  }

  private get orderClause(): string {
    const { order } = this.model.source;
    if (this.order !== null && this.order.length > 0)
      return `${this.order.map(({ sql }) => sql).join(', ')}${this.lastKey}`;
    return this.rank === null ? order : `${this.rank} DESC, ${order}`;
  }
}
