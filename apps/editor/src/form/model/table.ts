import { insertItem, moveItem, removeItem } from './list-ops';
import { insertLine, moveLine, removeLine } from './table-cells';

/** The stored form of a plain table. Other keys an import brought are carried along. */
export interface TableValue {
  data: string[][];
  first_row_is_table_header: boolean;
  first_col_is_header: boolean;
  table_caption: string;
  table_header_choice?: 'row' | 'column' | 'both' | 'neither' | '';
  [other: string]: unknown;
}

/** Reads a stored table: every row as wide as the widest, empty cells as empty text. */
export function readTable(value: unknown): TableValue {
  const stored = (value ?? {}) as Partial<TableValue>;
  const rows = Array.isArray(stored.data) ? stored.data : [];
  const width = rows.reduce((most, row) => Math.max(most, Array.isArray(row) ? row.length : 0), 0);
  return {
    ...stored,
    data: rows.map((row) => Array.from({ length: width }, (_, column) => cellText(row?.[column]))),
    first_row_is_table_header: stored.first_row_is_table_header === true,
    first_col_is_header: stored.first_col_is_header === true,
    table_caption: stored.table_caption ?? '',
  };
}

function cellText(cell: unknown): string {
  return cell === null || cell === undefined ? '' : String(cell);
}

export function setCell(table: TableValue, row: number, column: number, text: string): TableValue {
  return {
    ...table,
    data: table.data.map((cells, r) => (r === row ? cells.map((cell, c) => (c === column ? text : cell)) : cells)),
  };
}

export function insertRow(table: TableValue, at: number): TableValue {
  const width = table.data[0]?.length ?? 1;
  return {
    ...insertLine(table, 'row', at),
    data: insertItem(
      table.data,
      at,
      Array.from({ length: width }, () => ''),
    ),
  };
}

export function removeRow(table: TableValue, at: number): TableValue {
  return { ...removeLine(table, 'row', at), data: removeItem(table.data, at) };
}

export function moveRow(table: TableValue, from: number, to: number): TableValue {
  return { ...moveLine(table, 'row', from, to), data: moveItem(table.data, from, to) };
}

export function insertColumn(table: TableValue, at: number): TableValue {
  const data = table.data.length ? table.data.map((row) => insertItem(row, at, '')) : [['']];
  return { ...insertLine(table, 'col', at), data };
}

export function removeColumn(table: TableValue, at: number): TableValue {
  return { ...removeLine(table, 'col', at), data: table.data.map((row) => removeItem(row, at)) };
}

export function moveColumn(table: TableValue, from: number, to: number): TableValue {
  return { ...moveLine(table, 'col', from, to), data: table.data.map((row) => moveItem(row, from, to)) };
}

/** Sets both header switches; the choice Wagtail stores beside them follows. */
export function setHeaders(table: TableValue, row: boolean, column: boolean): TableValue {
  const choice = headersName(row, column);
  return { ...table, first_row_is_table_header: row, first_col_is_header: column, table_header_choice: choice };
}

/** How both switches are named together. */
export function headersName(row: boolean, column: boolean): 'neither' | 'row' | 'column' | 'both' {
  return row && column ? 'both' : row ? 'row' : column ? 'column' : 'neither';
}

/** Puts copied spreadsheet cells in from one cell on; the table grows where it must. */
export function pasteCells(table: TableValue, row: number, column: number, text: string): TableValue {
  const pasted = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'));
  const height = Math.max(table.data.length, row + pasted.length);
  const width = Math.max(table.data[0]?.length ?? 0, column + Math.max(...pasted.map((line) => line.length)));
  const data = Array.from({ length: height }, (_, r) =>
    Array.from({ length: width }, (_, c) => pasted[r - row]?.[c - column] ?? table.data[r]?.[c] ?? ''),
  );
  return { ...table, data };
}
