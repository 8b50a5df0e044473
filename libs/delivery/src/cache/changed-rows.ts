import { identifier } from '../query/sql-parameters.js';
import type { WatchedTable } from './watched-tables.js';

/** What can be done to a table. */
export const OPERATIONS = ['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** Objects that are named one by one, and rows that are looked at; beyond it the whole table counts as changed. */
const MOST = 100;
const MOST_ROWS = 1000;

const OLD = 'OLD TABLE AS old_rows';
const NEW = 'NEW TABLE AS new_rows';
const REFERENCES: Readonly<Record<Operation, string>> = {
  INSERT: `REFERENCING ${NEW}`,
  UPDATE: `REFERENCING ${OLD} ${NEW}`,
  DELETE: `REFERENCING ${OLD}`,
  TRUNCATE: '',
};

/** The query a trigger asks which rows a statement changed, and the tables of rows it needs for it. */
export function changedRows(table: WatchedTable, operation: Operation): { rows: string; references: string } {
  return {
    rows: operation === 'TRUNCATE' ? '' : summary(selectOf(table, operation)),
    references: REFERENCES[operation],
  };
}

function selectOf(table: WatchedTable, operation: Exclude<Operation, 'TRUNCATE'>): string {
  const rows = (from: string): string =>
    `SELECT r.${identifier(table.key)}::text AS id, ${table.shown} AS shown, ${table.type ?? "''"} AS type FROM ${from} r`;
  if (operation === 'INSERT') return rows('new_rows');
  if (operation === 'DELETE') return rows('old_rows');
  const { columns } = table;
  if (!columns) return `${rows('old_rows')} UNION ALL ${rows('new_rows')}`;
  // Rows in which nothing changed that is read say nothing.
  const key = identifier(table.key);
  const list = (alias: string): string => columns.map((column) => `${alias}.${identifier(column)}`).join(', ');
  const changed = `JOIN %other b ON b.${key} = r.${key} WHERE (${list('r')}) IS DISTINCT FROM (${list('b')})`;
  const half = (from: string, other: string): string => `${rows(from)} ${changed.replace('%other', other)}`;
  return `${half('old_rows', 'new_rows')} UNION ALL ${half('new_rows', 'old_rows')}`;
}

/** Ids, whether readers saw or see any of them, and types; `many` where they are too many to be told one by one. */
function summary(rows: string): string {
  return (
    `SELECT count(*) > ${MOST} OR sum(amount) > ${MOST_ROWS} AS many, bool_or(shown) AS shown, string_agg(id, ',') AS ids, ` +
    `string_agg(DISTINCT type, ',') FILTER (WHERE shown AND type <> '') AS types ` +
    `FROM (SELECT id, count(*) AS amount, bool_or(shown) AS shown, string_agg(DISTINCT type, ',') AS type ` +
    `FROM (SELECT * FROM (${rows}) listed LIMIT ${MOST_ROWS + 1}) looked GROUP BY id) changed`
  );
}
