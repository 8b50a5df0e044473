import { isJsonObject, type Json, type JsonObject, type JsonSchema } from '../content/json.js';
import type { SchemaScope } from '../schema/schema-scope.js';
import { defineFieldKind, type ContentChild, type ContentNode, type NodeOptions } from './field-kind.js';

/** Options of a table whose columns have kinds. */
export interface TypedTableOptions extends NodeOptions {
  /** What a column may be made of; names are stored with each column. */
  readonly columns: readonly ContentNode[];
  readonly minRows?: number;
  readonly maxRows?: number;
  readonly maxColumns?: number;
  /** False: there is no caption. */
  readonly caption?: boolean;
}

/** A table with typed columns: `{columns: [{type, heading}], rows: [{values}], caption}`. */
export const typedTableKind = defineFieldKind<TypedTableOptions>({
  name: 'typedTable',
  emptyValue: () => null,
  jsonSchema: (options) => ({
    type: ['object', 'null'],
    properties: {
      columns: {
        type: 'array',
        maxItems: options.maxColumns,
        items: {
          type: 'object',
          properties: { type: { enum: options.columns.map((column) => column.name) }, heading: { type: 'string' } },
          required: ['type', 'heading'],
        },
      },
      rows: {
        type: 'array',
        minItems: options.minRows,
        maxItems: options.maxRows,
        items: { type: 'object', properties: { values: { type: 'array' } }, required: ['values'] },
      },
      caption: { type: ['string', 'null'] },
    },
    required: ['columns', 'rows'],
  }),
  fullSchema: (options, scope) => typedTableSchema(options, scope, ['columns', 'rows']),
  deliveredSchema: (options, scope) => typedTableSchema(options, scope, ['columns', 'rows', 'caption']),
  children: (value, options) => (isJsonObject(value) ? cells(value, options) : []),
  innerNodes: (options) => options.columns,
  describeOptions: ({ columns, minRows, maxRows, maxColumns, caption }, describe) => ({
    columns: columns.map(describe),
    minRows,
    maxRows,
    maxColumns,
    caption: caption ?? true,
  }),
  searchText: (value) => (isJsonObject(value) && typeof value['caption'] === 'string' ? value['caption'] : ''),
  represent: (value, options, represent) => {
    if (!isJsonObject(value)) return value;
    const byPlace = new Map(cells(value, options).map((cell) => [cell.path.join('.'), cell]));
    const rows = objects(value['rows']).map((row, r) => ({
      ...row,
      values: asList(row['values']).map((stored, c) => {
        const cell = byPlace.get(`rows.${r}.values.${c}`);
        return cell ? represent.child(cell.node, cell.value) : stored;
      }),
    }));
    return { columns: value['columns'] ?? [], rows, caption: value['caption'] ?? '' };
  },
});

function typedTableSchema({ columns }: TypedTableOptions, scope: SchemaScope, required: readonly string[]): JsonSchema {
  const column = {
    type: 'object',
    properties: { type: { enum: columns.map(({ name }) => name) }, heading: { type: 'string' } },
    required: ['type', 'heading'],
  };
  const row = {
    type: 'object',
    properties: { values: { type: 'array', items: { anyOf: columns.map((node) => scope.of(node)) } } },
    required: ['values'],
  };
  return {
    type: ['object', 'null'],
    properties: {
      columns: { type: 'array', items: column },
      rows: { type: 'array', items: row },
      caption: { type: ['string', 'null'] },
    },
    required,
  };
}

function cells(value: JsonObject, options: TypedTableOptions): ContentChild[] {
  const byName = new Map(options.columns.map((column) => [column.name, column]));
  const columns = objects(value['columns']).map((column) => byName.get(String(column['type'])));
  return objects(value['rows']).flatMap((row, r) =>
    asList(row['values']).flatMap((cell, c) => {
      const node = columns[c];
      return node ? [{ path: ['rows', r, 'values', c], node, value: cell }] : [];
    }),
  );
}

const asList = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
const objects = (value: Json | undefined): JsonObject[] => asList(value).filter(isJsonObject);
