import { labelOf, type ContentType, type FieldDeclaration } from '@pipit/content-types';
import type { RecordTable } from '../record-source.js';

/** A column of an exported file. */
export interface TransferColumn {
  readonly name: string;
  readonly label: string;
  /** Absent for the key, the uuid and the state. */
  readonly field?: FieldDeclaration;
}

/** Columns that are no fields: they say which row is meant, or what is known of it. */
export const ROW_COLUMNS = ['id', 'uuid', 'state'] as const;

/** All columns of a type's files, those alone of which the caller may know. A field of the same name comes first. */
export function transferColumns(
  type: ContentType,
  table: RecordTable,
  readable: ReadonlySet<string>,
): TransferColumn[] {
  const fields = type.fields.filter(({ name }) => readable.has(name));
  const isFree = (name: string): boolean => !type.fields.some((field) => field.name === name);
  return [
    ...(isFree('id') ? [{ name: 'id', label: 'Id' }] : []),
    ...(table.uuid && isFree('uuid') ? [{ name: 'uuid', label: 'UUID' }] : []),
    ...(table.state && isFree('state') ? [{ name: 'state', label: 'State' }] : []),
    ...fields.map((field) => ({ name: field.name, label: labelOf(field), field })),
  ];
}
