import type { ColumnKind } from '../model/api-model.js';
import type { SqlParameters } from './sql-parameters.js';

/** One key of an order. */
export interface SortKey {
  readonly sql: string;
  readonly descending: boolean;
  /** The type its values are compared as. */
  readonly cast: string;
  /** False where there always is a value. */
  readonly nullable: boolean;
}

/** The values a row has in the keys of an order, as Postgres writes them. */
export type Position = readonly (string | null)[];

const CASTS: Readonly<Record<ColumnKind, string>> = {
  id: 'bigint', integer: 'bigint', relation: 'bigint', bigint: 'bigint', locale: 'bigint', boolean: 'boolean', text: 'text', date: 'date',
  time: 'time', datetime: 'timestamptz', duration: 'bigint', decimal: 'numeric', float: 'double precision', uuid: 'uuid',
  json: 'jsonb',
}; // prettier-ignore

/** The type that values of a column are compared as. */
export function castOf(kind: ColumnKind): string {
  return CASTS[kind];
}

/** SQL after ORDER BY. Empty values come last, or first where the order is turned around, as Postgres has it. */
export function orderBy(keys: readonly SortKey[]): string {
  return keys.map(({ sql, descending }) => (descending ? `${sql} DESC` : sql)).join(', ');
}

/** The same order from its end. */
export function reversed(keys: readonly SortKey[]): SortKey[] {
  return keys.map((key) => ({ ...key, descending: !key.descending }));
}

/** A condition, put together with the values of its statement. */
export type KeysetCondition = (params: SqlParameters) => string;

/**
 * Conditions that hold for the rows behind a position, one after the other: the rows of the first come before those of
 * the second. Each bounds the first key on one side, so that an index in this order is entered at the right place.
 */
export function behind(keys: readonly SortKey[], position: Position): KeysetCondition[] {
  const [first, ...rest] = keys;
  const [value = null, ...values] = position;
  if (!first) return [];
  const { sql, descending, cast, nullable } = first;
  const later: KeysetCondition = (params) => lexicographic(rest, values, params);
  if (value === null) {
    const same: KeysetCondition = (params) => `${sql} IS NULL AND (${later(params)})`;
    return descending ? [same, () => `${sql} IS NOT NULL`] : [same];
  }
  const sign = descending ? '<' : '>';
  const own: KeysetCondition = (params) => {
    if (isOneRow(keys, position)) {
      const bounds = keys.map((key, index) => `${params.add(position[index])}::${key.cast}`);
      return `(${keys.map((key) => key.sql).join(', ')}) ${sign} (${bounds.join(', ')})`;
    }
    const bound = `${params.add(value)}::${cast}`;
    return `${sql} ${sign}= ${bound} AND (${sql} ${sign} ${bound} OR (${later(params)}))`;
  };
  return descending || !nullable ? [own] : [own, () => `${sql} IS NULL`];
}

/**
 * Whether rows can be compared as such, which is what Postgres knows best: all keys go one way, and only the first, whose
 * bound leaves them out, may hold nothing.
 */
function isOneRow(keys: readonly SortKey[], position: Position): boolean {
  const [first, ...rest] = keys;
  return (
    rest.every(({ nullable, descending }) => !nullable && descending === first?.descending) && !position.includes(null)
  );
}

/** True behind the position in what remains of the keys, the ones before being equal. */
function lexicographic(keys: readonly SortKey[], position: Position, params: SqlParameters): string {
  const [key, ...rest] = keys;
  const [value = null, ...values] = position;
  if (!key) return 'FALSE';
  const { sql, descending, cast } = key;
  const later = lexicographic(rest, values, params);
  if (value === null) return `(${sql} IS NULL AND (${later}))${descending ? ` OR ${sql} IS NOT NULL` : ''}`;
  const bound = `${params.add(value)}::${cast}`;
  const further = descending ? `${sql} < ${bound}` : `${sql} > ${bound} OR ${sql} IS NULL`;
  return `${further} OR (${sql} = ${bound} AND (${later}))`;
}
