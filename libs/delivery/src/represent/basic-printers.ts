import type { EntityId } from '@pipit/content-types';
import { LEFT_OUT, type ApiModel, type Column, type Printer, type Row } from '../model/api-model.js';
import type { ValueFormat } from './values.js';

/** Prints a column as its format says. */
export function columnPrinter({ key }: Column, { print }: ValueFormat): Printer {
  return (rows) => rows.map((row) => (row[key] === null ? null : print(row[key])));
}

/** Prints the same for every row. */
export function constantPrinter(value: string): Printer {
  return (rows) => rows.map(() => value);
}

/** Prints where an object's detail is; leaves it out where there is none. */
export function detailUrlPrinter(model: () => ApiModel): Printer {
  return (rows, request) => rows.map((row) => request.detailUrl(model(), row['id']) ?? LEFT_OUT);
}

/** Prints the object a foreign key points at. */
export function referencePrinter({ key }: Column): Printer {
  return (rows, request, nested) => (nested ? request.printReferred(nested, keysIn(rows, key)) : []);
}

/** The keys of rows in a column. */
export function keysIn(rows: readonly Row[], key: string): (EntityId | null)[] {
  return rows.map((row) => (row[key] as EntityId | null | undefined) ?? null);
}

/** The ids in a column. */
export function idsIn(rows: readonly Row[], key: string): (number | null)[] {
  return rows.map((row) => (row[key] as number | null | undefined) ?? null);
}

/** Rows of another table by the row they belong to, in their order. */
export function grouped(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const owner = row['owner'] as number;
    const group = groups.get(owner);
    if (group) group.push(row);
    else groups.set(owner, [row]);
  }
  return groups;
}
