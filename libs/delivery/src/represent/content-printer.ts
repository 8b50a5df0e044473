import { looksOutside, type FieldDeclaration, type Json } from '@pipit/content-types';
import type { Column, Printer } from '../model/api-model.js';
import { representAll } from './represent-content.js';
import type { ScopeSource } from './scope-loader.js';
import { scopesOf } from './shown-printer.js';

/** Prints a column whose kind says itself how it is represented: streams, rich text and the like. */
export function contentPrinter(
  field: FieldDeclaration,
  { key }: Column,
  source: ScopeSource,
  columnType: string,
): Printer {
  const looksAround = looksOutside(field);
  const read = columnType === 'jsonb' ? (text: string) => JSON.parse(text) as Json : (text: string) => text;
  return async (rows, request) => {
    const values = rows.map((row) => (row[key] === null ? null : read(String(row[key]))));
    return representAll(field, values, request, looksAround ? await scopesOf(source, rows, request) : []);
  };
}
