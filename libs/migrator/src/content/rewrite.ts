import type { QueryRunner } from 'typeorm';
import type { Json } from '@pipit/content-types';
import { columnType } from '../schema/catalog.js';
import { report } from './progress.js';

/** Rows read and written at a time: what a migration holds in memory does not grow with the table. */
export const BATCH = 500;

/** JSON values in a table, to be read by key and written back. All names come from code, never from content. */
export interface StoredValues {
  readonly table: string;
  readonly key: string;
  readonly column: string;
  /** SQL type of the column; JSON is written as it is, anything else from its text. */
  readonly type: string;
  /** Which rows, as SQL with `$3` and following for `parameters`. */
  readonly where: string;
  readonly parameters: readonly unknown[];
}

interface Row {
  readonly key: string;
  readonly value: Json;
}

/** Rewrites values batch by batch in order of their key, and answers how many rows changed. */
export async function rewrite(
  runner: QueryRunner,
  values: StoredValues,
  change: (value: Json) => Json,
  label: string,
): Promise<number> {
  const { table, key, column, where, parameters } = values;
  const keyType = await typeOf(runner, table, key);
  let [seen, changed, last] = [0, 0, null as string | null];
  for (;;) {
    const rows: Row[] = await runner.query(
      `SELECT row."${key}"::text AS key, to_jsonb(row."${column}") AS value FROM "${table}" AS row
        WHERE ($1::text IS NULL OR row."${key}" > $1::${keyType}) AND row."${column}" IS NOT NULL AND (${where})
        ORDER BY row."${key}" LIMIT $2 FOR UPDATE OF row`,
      [last, BATCH, ...parameters],
    );
    const next = rows.flatMap((row) => {
      const value = change(row.value);
      return value === row.value ? [] : [{ key: row.key, value }];
    });
    if (next.length > 0) await write(runner, values, keyType, next);
    seen += rows.length;
    changed += next.length;
    last = rows.at(-1)?.key ?? last;
    if (rows.length > 0) report(runner, `  ${label}: ${seen} rows read, ${changed} changed`);
    if (rows.length < BATCH) return changed;
  }
}

async function write(runner: QueryRunner, values: StoredValues, keyType: string, rows: readonly Row[]): Promise<void> {
  const { table, key, column, type } = values;
  const isJson = type === 'jsonb' || type === 'json';
  const value = isJson ? `given.value::${type}` : `(given.value #>> '{}')::${type}`;
  await runner.query(
    `UPDATE "${table}" AS row SET "${column}" = ${value}
       FROM (SELECT unnest($1::text[])::${keyType} AS key, unnest($2::text[])::jsonb AS value) AS given
      WHERE row."${key}" = given.key`,
    [rows.map((row) => row.key), rows.map((row) => JSON.stringify(row.value))],
  );
}

async function typeOf(runner: QueryRunner, table: string, column: string): Promise<string> {
  const type = await columnType(runner, table, column);
  if (!type) throw new Error(`${table} has no column ${column}.`);
  return type;
}
