import type { FieldDeclaration, Json } from '@pipit/content-types';
import type { Column, Printer } from '../model/api-model.js';
import { representAll } from './represent-content.js';

/** Prints a column whose kind says itself how it is represented: streams, rich text and the like. */
export function contentPrinter(field: FieldDeclaration, { key }: Column, columnType: string): Printer {
  const read = columnType === 'jsonb' ? (text: string) => JSON.parse(text) as Json : (text: string) => text;
  return (rows, request) => {
    const values = rows.map((row) => (row[key] === null ? null : read(String(row[key]))));
    return representAll(field, values, request);
  };
}
