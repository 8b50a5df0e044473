import { isJsonObject, type Json, type JsonObject } from '../content/json.js';
import { defineFieldKind, type ContentChild, type ContentNode, type NodeOptions } from './field-kind.js';

/** A plain table as Wagtail's table block stores it. */
export const tableKind = defineFieldKind<NodeOptions>({
  name: 'table',
  emptyValue: () => null,
  jsonSchema: () => ({
    type: ['object', 'null'],
    properties: {
      data: { type: 'array', items: { type: 'array', items: { type: ['string', 'null', 'number'] } } },
      cell: { type: 'array' },
      mergeCells: { type: 'array' },
      first_row_is_table_header: { type: 'boolean' },
      first_col_is_header: { type: 'boolean' },
      table_caption: { type: ['string', 'null'] },
      table_header_choice: { enum: ['row', 'column', 'col', 'both', 'neither', ''] },
    },
    required: ['data'],
  }),
  searchText: (value) => (isJsonObject(value) ? cellTexts(value).join(' ') : ''),
  represent: (value) => (isJsonObject(value) ? withHeaderChoice(value) : value),
});

function cellTexts(table: JsonObject): string[] {
  const rows = Array.isArray(table['data']) ? table['data'] : [];
  return rows.flatMap((row) => (Array.isArray(row) ? row.filter((cell) => typeof cell === 'string') : []));
}

/** Wagtail fills in `table_header_choice` where old content lacks it. */
function withHeaderChoice(table: JsonObject): Json {
  if ('table_header_choice' in table) return table;
  const row = table['first_row_is_table_header'] === true;
  const column = table['first_col_is_header'] === true;
  const choice = row && column ? 'both' : row ? 'row' : column ? 'col' : 'neither';
  return { ...table, table_header_choice: choice };
}

/** Options of a table whose columns have kinds. */
export interface TypedTableOptions extends NodeOptions {
  /** What a column may be made of; names are stored with each column. */
  readonly columns: readonly ContentNode[];
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
        items: {
          type: 'object',
          properties: { type: { enum: options.columns.map((column) => column.name) }, heading: { type: 'string' } },
          required: ['type', 'heading'],
        },
      },
      rows: {
        type: 'array',
        items: { type: 'object', properties: { values: { type: 'array' } }, required: ['values'] },
      },
      caption: { type: ['string', 'null'] },
    },
    required: ['columns', 'rows'],
  }),
  children: (value, options) => (isJsonObject(value) ? cells(value, options) : []),
  members: ({ columns }) => ({ nodes: columns }),
  describeOptions: (options, describe) => ({ columns: options.columns.map(describe) }),
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
