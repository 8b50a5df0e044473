import { isJsonObject, itemsIn, type Json, type JsonObject } from '../content/json.js';
import { cellFaults, mergeFaults } from './table-faults.js';
import { defineFieldKind, type NodeOptions } from './field-kind.js';

/** Which cells of a table are headings. */
export type TableHeaders = 'neither' | 'row' | 'column' | 'both';

/** Options of plain tables. */
export interface TableOptions extends NodeOptions {
  /** Which headings editors may choose; default all. */
  readonly headers?: readonly TableHeaders[];
  /** False: there is no caption. */
  readonly caption?: boolean;
  /** Cells may be merged; default false. */
  readonly merge?: boolean;
  /** Cells may be aligned; default true. */
  readonly align?: boolean;
  /** Rows there must be before publishing, header rows included. */
  readonly minRows?: number;
  /** Rows there may be. */
  readonly maxRows?: number;
  /** Columns there may be. */
  readonly maxColumns?: number;
}

/** The value of a plain table, as Wagtail's table block stores it. */
export interface Table {
  readonly data: readonly (readonly (string | number | null)[])[];
  /** Alignment and the like: `className` holds words such as `htCenter` and `htMiddle`. */
  readonly cell?: readonly { readonly row: number; readonly col: number; readonly className?: string }[];
  readonly mergeCells?: readonly {
    readonly row: number;
    readonly col: number;
    readonly rowspan: number;
    readonly colspan: number;
  }[];
  readonly first_row_is_table_header?: boolean;
  readonly first_col_is_header?: boolean;
  readonly table_caption?: string | null;
  readonly table_header_choice?: 'row' | 'column' | 'col' | 'both' | 'neither' | '';
}

const PLACE = { row: { type: 'integer', minimum: 0 }, col: { type: 'integer', minimum: 0 } };
const SPAN = { rowspan: { type: 'integer', minimum: 1 }, colspan: { type: 'integer', minimum: 1 } };

/** A plain table. */
export const tableKind = defineFieldKind<TableOptions>({
  name: 'table',
  shape: 'grid',
  grid: (value) =>
    isJsonObject(value) ? { caption: captionOf(value), rows: rowsOf(value) } : { caption: '', rows: [] },
  emptyValue: () => null,
  jsonSchema: ({ minRows, maxRows, maxColumns }) => ({
    type: ['object', 'null'],
    properties: {
      data: {
        type: 'array',
        minItems: minRows,
        maxItems: maxRows,
        items: { type: 'array', maxItems: maxColumns, items: { type: ['string', 'null', 'number'] } },
      },
      cell: { type: 'array', items: { type: 'object', properties: PLACE, required: ['row', 'col'] } },
      mergeCells: {
        type: 'array',
        items: { type: 'object', properties: { ...PLACE, ...SPAN }, required: ['row', 'col', 'rowspan', 'colspan'] },
      },
      first_row_is_table_header: { type: 'boolean' },
      first_col_is_header: { type: 'boolean' },
      table_caption: { type: ['string', 'null'] },
      table_header_choice: { enum: ['row', 'column', 'col', 'both', 'neither', ''] },
    },
    required: ['data'],
  }),
  check: (value) => (isJsonObject(value) ? [...cellFaults(value), ...mergeFaults(value)] : []),
  searchText: (value) => (isJsonObject(value) ? [...cellTexts(value), captionOf(value)].join(' ').trim() : ''),
  describeOptions: ({ headers, caption, merge, align, minRows, maxRows, maxColumns }) => ({
    headers: headers ?? ['neither', 'row', 'column', 'both'],
    caption: caption ?? true,
    merge: merge ?? false,
    align: align ?? true,
    minRows,
    maxRows,
    maxColumns,
  }),
  represent: (value) => (isJsonObject(value) ? withHeaderChoice(value) : value),
});

function captionOf(table: JsonObject): string {
  return typeof table['table_caption'] === 'string' ? table['table_caption'] : '';
}

function rowsOf(table: JsonObject): string[][] {
  return itemsIn(table['data']).map((row) => itemsIn(row).map((cell) => (cell === null ? '' : String(cell))));
}

function cellTexts(table: JsonObject): string[] {
  return itemsIn(table['data']).flatMap((row) => itemsIn(row).filter((cell) => typeof cell === 'string'));
}

/** Wagtail fills in `table_header_choice` where old content lacks it. */
function withHeaderChoice(table: JsonObject): Json {
  if ('table_header_choice' in table) return table;
  const row = table['first_row_is_table_header'] === true;
  const column = table['first_col_is_header'] === true;
  const choice = row && column ? 'both' : row ? 'row' : column ? 'col' : 'neither';
  return { ...table, table_header_choice: choice };
}
