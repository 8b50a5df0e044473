import type { FieldDeclaration, Json } from '@pipit/content-types';
import type { Column, Printer } from '../model/api-model.js';
import { representAll } from './represent-content.js';

/** Prints a column whose kind says itself how it is represented: streams and the like. */
export function contentPrinter(field: FieldDeclaration, { key }: Column): Printer {
  return (rows, request) => {
    const values = rows.map((row) => (row[key] === null ? null : (JSON.parse(String(row[key])) as Json)));
    return representAll(field, values, request);
  };
}
