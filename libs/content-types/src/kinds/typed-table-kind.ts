import { isJsonObject, itemsIn, objectsIn, type Json, type JsonObject, type JsonSchema } from '../content/json.js';
import type { SchemaScope } from '../schema/schema-scope.js';
import { defineFieldKind, type ContentChild, type ContentNode, type Grid, type NodeOptions } from './field-kind.js';

/** Options of a table whose columns have kinds. */
export interface TypedTableOptions extends NodeOptions {
  /** What a column may be made of; names are stored with each column. */
  readonly columns: readonly ContentNode[];
  /** Rows there must be before publishing. */
  readonly minRows?: number;
  /** Rows there may be. */
  readonly maxRows?: number;
  /** Columns there may be. */
  readonly maxColumns?: number;
  /** False: there is no caption. */
  readonly caption?: boolean;
}

/** A table with typed columns: `{columns: [{type, heading}], rows: [{values}], caption}`. */
export const typedTableKind = defineFieldKind<TypedTableOptions>({
  name: 'typedTable',
  shape: 'grid',
  grid: (value, options) => gridOf(value, options),
  emptyValue: () => null,
  jsonSchema: (options) => ({
    type: ['object', 'null'],
    properties: {
      columns: {
        type: 'array',
        maxItems: options.maxColumns,
        items: {
          type: 'object',
          // Columns of types that are gone stay in storage, as blocks do.
          properties: { type: { type: 'string' }, heading: { type: 'string' } },
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
  unknownParts: (value, options) =>
    columnsOf(value)
      .map((column, index) => ({ path: ['columns', index], what: 'column' as const, name: String(column['type']) }))
      .filter(({ name }) => !options.columns.some((column) => column.name === name)),
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
    const columns = columnsOf(value);
    const nodes = nodesOf(value, options);
    const isKnown = (_: unknown, index: number): boolean => nodes[index] !== undefined;
    const rows = objectsIn(value['rows']).map((row) => ({
      ...row,
      values: itemsIn(row['values']).flatMap((cell, index) => {
        const node = nodes[index];
        return node ? [represent.child(node, cell)] : [];
      }),
    }));
    return { columns: columns.filter(isKnown), rows, caption: value['caption'] ?? '' };
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

/** Headings first; cells that are no plain values by their words for search. */
function gridOf(value: Json, options: TypedTableOptions): Grid {
  const nodes = nodesOf(value, options);
  const wordsOf = (cell: Json, node: ContentNode | undefined): string => {
    if (cell === null) return '';
    if (typeof cell !== 'object' && node?.kind.shape !== 'richText') return String(cell);
    return node?.kind.searchText?.(cell, node.options) ?? JSON.stringify(cell);
  };
  if (!isJsonObject(value)) return { caption: '', rows: [] };
  const rows = objectsIn(value['rows']).map((row) =>
    itemsIn(row['values']).map((cell, index) => wordsOf(cell, nodes[index])),
  );
  return {
    caption: typeof value['caption'] === 'string' ? value['caption'] : '',
    rows: [columnsOf(value).map((column) => String(column['heading'] ?? '')), ...rows],
  };
}

function columnsOf(value: Json): JsonObject[] {
  return isJsonObject(value) ? objectsIn(value['columns']) : [];
}

/** The kind of each column; undefined for those nobody declares any more. */
function nodesOf(value: Json, options: TypedTableOptions): (ContentNode | undefined)[] {
  const byName = new Map(options.columns.map((column) => [column.name, column]));
  return columnsOf(value).map((column) => byName.get(String(column['type'])));
}

function cells(value: JsonObject, options: TypedTableOptions): ContentChild[] {
  const nodes = nodesOf(value, options);
  return objectsIn(value['rows']).flatMap((row, r) =>
    itemsIn(row['values']).flatMap((cell, c) => {
      const node = nodes[c];
      return node ? [{ path: ['rows', r, 'values', c], node, value: cell }] : [];
    }),
  );
}
