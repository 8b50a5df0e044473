import { insertItem, moveItem, removeItem } from './list-ops';

/** The stored form of a table whose columns have types. */
export interface TypedTable {
  columns: { type: string; heading: string }[];
  rows: { values: unknown[] }[];
  caption: string;
  [other: string]: unknown;
}

/** Reads a stored table; every row gets as many values as there are columns. */
export function readTypedTable(value: unknown): TypedTable {
  const stored = (value ?? {}) as Partial<TypedTable>;
  const columns = Array.isArray(stored.columns) ? stored.columns : [];
  const rows = Array.isArray(stored.rows) ? stored.rows : [];
  return {
    ...stored,
    columns,
    rows: rows.map((row) => ({ ...row, values: columns.map((_, index) => row.values?.[index] ?? null) })),
    caption: stored.caption ?? '',
  };
}

export function addColumn(table: TypedTable, type: string, start: unknown): TypedTable {
  return {
    ...table,
    columns: [...table.columns, { type, heading: '' }],
    rows: table.rows.map((row) => ({ ...row, values: [...row.values, structuredClone(start)] })),
  };
}

export function removeTypedColumn(table: TypedTable, at: number): TypedTable {
  return {
    ...table,
    columns: removeItem(table.columns, at),
    rows: table.rows.map((row) => ({ ...row, values: removeItem(row.values, at) })),
  };
}

export function moveTypedColumn(table: TypedTable, from: number, to: number): TypedTable {
  return {
    ...table,
    columns: moveItem(table.columns, from, to),
    rows: table.rows.map((row) => ({ ...row, values: moveItem(row.values, from, to) })),
  };
}

export function setHeading(table: TypedTable, at: number, heading: string): TypedTable {
  return { ...table, columns: table.columns.map((column, index) => (index === at ? { ...column, heading } : column)) };
}

export function insertTypedRow(table: TypedTable, at: number, values: unknown[]): TypedTable {
  return { ...table, rows: insertItem(table.rows, at, { values }) };
}

export function removeTypedRow(table: TypedTable, at: number): TypedTable {
  return { ...table, rows: removeItem(table.rows, at) };
}

export function moveTypedRow(table: TypedTable, from: number, to: number): TypedTable {
  return { ...table, rows: moveItem(table.rows, from, to) };
}
