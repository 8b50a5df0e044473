import type { ContentType, FieldDeclaration, Json, JsonObject } from '@pipit/content-types';
import { invalid } from '@pipit/kernel';
import type { SheetCell } from '@pipit/spreadsheets';
import type { EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { UnreadableCell, valueOfCell } from './cell.js';
import { ROW_COLUMNS, type TransferColumn } from './transfer-columns.js';

/** A fault of one row; `field` is the column's name, null for the row as a whole. */
export interface ImportFault {
  /** As a spreadsheet numbers it: the heading is row 1. */
  readonly row: number;
  readonly field: string | null;
  readonly code: string;
  readonly message: string;
}

/** A row of a file as its columns mean it. */
export interface ImportRow {
  readonly id: string;
  readonly uuid: string;
  readonly fields: JsonObject;
  readonly faults: readonly ImportFault[];
}

/** Which column of the file is what: by the names of fields, else by their labels. */
export function headingColumns(heading: readonly string[], known: readonly TransferColumn[]): TransferColumn[] {
  const columns = heading.map(
    (title) =>
      known.find(({ name }) => name === title) ??
      known.find(({ label }) => label.toLowerCase() === title.toLowerCase()) ??
      null,
  );
  const problems = heading.flatMap((title, index) => {
    const column = columns[index];
    if (!column) return [`There is no field “${title.slice(0, 100)}”.`];
    return columns.indexOf(column) < index ? [`The field “${column.name}” is there twice.`] : [];
  });
  if (problems.length > 0) {
    const errors = problems.slice(0, 50).map((message) => ({ path: '/file', code: 'heading', message }));
    throw invalid('The first row has to name fields.', errors);
  }
  return columns.filter((column) => column !== null);
}

/** Reads the values of a row. */
export function readRow(
  metadata: EntityMetadata,
  columns: readonly TransferColumn[],
  number: number,
  cells: readonly SheetCell[],
): ImportRow {
  const faults: ImportFault[] = [];
  const fields: Record<string, Json> = {};
  const keys = { id: '', uuid: '' };
  const fault = (field: string | null, code: string, message: string): void =>
    void faults.push({ row: number, field, code, message });
  if (cells.slice(columns.length).some(({ text }) => text !== ''))
    fault(null, 'too_many_cells', 'The row has more cells than the heading.');
  for (const [index, { name, field }] of columns.entries()) {
    const { text, isFormula } = cells[index] ?? { text: '', isFormula: false };
    if (isFormula) fault(name, 'formula', 'Formulas are not computed here. Put their result in their place.');
    else if (name === 'id' && !field) keys.id = text.trim();
    else if (name === 'uuid' && !field) keys.uuid = text.trim();
    else if (field) {
      try {
        fields[name] = valueOfCell(field, text, targetOf(metadata, field));
      } catch (error) {
        if (!(error instanceof UnreadableCell)) throw error;
        fault(name, 'unreadable', error.message);
      }
    }
  }
  return { ...keys, fields, faults };
}

/** A pointer of a problem as the name of a column. */
export function fieldOfPointer(type: ContentType, path: string): string | null {
  const [, , name = ''] = path.split('/');
  const bare = name.replaceAll('~1', '/').replaceAll('~0', '~');
  const isColumn =
    type.fields.some((field) => field.name === bare) || (ROW_COLUMNS as readonly string[]).includes(bare);
  return path.startsWith('/fields/') && isColumn ? bare : null;
}

/** The key of what a field links to; null for fields that are no links, or whose links are named otherwise. */
function targetOf(metadata: EntityMetadata, { name, kind, options }: FieldDeclaration): ColumnMetadata | null {
  const storage = kind.storage?.(options);
  if (storage?.type === 'manyToMany' && storage.by) return null;
  const relation = metadata.findRelationWithPropertyPath(name);
  return relation?.inverseEntityMetadata.primaryColumns[0] ?? null;
}
