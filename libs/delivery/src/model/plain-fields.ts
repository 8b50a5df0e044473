import { columnPrinter, constantPrinter, detailUrlPrinter } from '../represent/basic-printers.js';
import { columnSchema } from '../schema/field-schema.js';
import type { ApiField, ApiModel, Column, KeyKind, Printer } from './api-model.js';

/** The key an object is known by. */
export function idField(sql: string, kind: KeyKind = 'id'): ApiField {
  const read: Column = { key: 'id', sql, isPlain: kind === 'id' };
  return {
    name: 'id',
    reads: [read],
    print: columnPrinter(read, { sql: (column) => column, print: (raw) => raw }),
    schema: columnSchema(kind),
    filter: { type: 'column', kind, sql, attribute: 'id', indexed: true },
  };
}

/** A type that is the same for all objects of a model. */
export function typeField(name: string): ApiField {
  return { name: 'type', reads: [], print: constantPrinter(name), schema: () => ({ const: name }) };
}

/** Where the object itself can be read; nothing is printed where its model has no endpoint. */
export function detailUrlField(model: () => ApiModel): ApiField {
  return { name: 'detail_url', reads: [], print: detailUrlPrinter(model), schema: columnSchema('text') };
}

/** Where the object itself can be read, if that is no place of its id. */
export function addressField(path: string): ApiField {
  const print: Printer = (rows, request) => rows.map(() => `${request.baseUrl}/api/v2/${path}/`);
  return { name: 'detail_url', reads: [], print, schema: columnSchema('text') };
}

/** A column of text. */
export function textField(name: string, sql: string, indexed: boolean): ApiField {
  const read: Column = { key: name, sql, isPlain: true };
  return {
    name,
    reads: [read],
    print: columnPrinter(read, { sql: (column) => column, print: (raw) => raw }),
    schema: columnSchema('text'),
    filter: { type: 'column', kind: 'text', sql, attribute: name, indexed },
  };
}

/** A column of whole numbers. */
export function integerField(name: string, sql: string): ApiField {
  const field = textField(name, sql, false);
  return {
    ...field,
    schema: columnSchema('integer'),
    filter: { type: 'column', kind: 'integer', sql, attribute: name, indexed: false },
  };
}
