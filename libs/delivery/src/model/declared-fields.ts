import {
  className,
  embedKind,
  hasConditions,
  richTextKind,
  type EmbedOptions,
  type FieldDeclaration,
  type RichTextOptions,
} from '@pipit/content-types';
import { imageKind, type ImageOptions } from '@pipit/media';
import { columnPrinter, referencePrinter } from '../represent/basic-printers.js';
import { childItemsPrinter, junctionPrinter, tagNamesPrinter } from '../represent/related-printers.js';
import { shownPrinter } from '../represent/shown-printer.js';
import type { ScopeSource } from '../represent/scope-loader.js';
import { contentPrinter } from '../represent/content-printer.js';
import { formatOf } from '../represent/values.js';
import { identifier } from '../query/sql-parameters.js';
import {
  nullableColumnSchema,
  referenceSchema,
  referencesSchema,
  TAGS_SCHEMA,
  type FieldSchema,
} from '../schema/field-schema.js';
import type { ApiField, Column, ColumnKind, FilterColumn, Printer } from './api-model.js';
import type { ApiModels } from './api-models.js';
import type { StorageOf } from './storage-of.js';

/** The alias of the table that holds a type's own columns. */
export const CONTENT = 'c';

const COLUMN_KINDS: Readonly<Record<string, ColumnKind>> = {
  integer: 'integer', boolean: 'boolean', date: 'date', time: 'time', datetime: 'datetime', duration: 'duration',
  decimal: 'decimal', float: 'float', uuid: 'uuid', json: 'json', stream: 'json', multipleChoice: 'json',
}; // prettier-ignore

/** Kinds whose values a column prints otherwise than a block does. */
const OTHER_IN_COLUMNS: Readonly<Record<string, FieldSchema>> = {
  decimal: nullableColumnSchema('decimal'),
  duration: nullableColumnSchema('duration'),
};

/**
 * What a declared field is called in the content API; null when it is hidden there. What not every editor may see is
 * nothing for the public, unless the declaration says so in as many words: `api: true`, or a name.
 */
export function apiNameOf({ name, options }: FieldDeclaration): string | null {
  if (options.api === false || (options.permission !== undefined && options.api === undefined)) return null;
  return typeof options.api === 'string' ? options.api : name;
}

/** How a declared field appears in the content API. */
export function declaredField(
  field: FieldDeclaration,
  storage: StorageOf,
  models: ApiModels,
  source: ScopeSource,
): ApiField {
  const { filter, ...made } = storedField(field, storage, models, source);
  const narrows = filter && mayNarrow(field, source) ? { filter } : {};
  return { ...made, ...narrows, print: shownPrinter(field, source, made.print) };
}

/**
 * May listings be filtered and ordered by the field? The column keeps what a form hides, and being found would tell it,
 * so that fields with conditions are no filters unless the declaration says so.
 */
function mayNarrow(field: FieldDeclaration, { type }: ScopeSource): boolean {
  return field.options.filterable ?? !hasConditions(field, type);
}

function storedField(field: FieldDeclaration, storage: StorageOf, models: ApiModels, source: ScopeSource): ApiField {
  const name = apiNameOf(field) ?? field.name;
  const stored = field.kind.storage?.(field.options);
  switch (stored?.type) {
    case 'column':
      return columnField(name, field, storage, source);
    case 'relation':
      return relationField(name, field, storage, models, stored.target);
    case 'manyToMany':
      return junctionField(name, field, storage, models, stored.target, stored.by);
    case 'children':
      return childrenField(name, field, storage, models, stored.target, source);
    default:
      throw new Error(`The field ${field.name} is not stored.`);
  }
}

function columnField(name: string, field: FieldDeclaration, storage: StorageOf, source: ScopeSource): ApiField {
  const { name: column, type } = storage.columnOf(field.name);
  const sql = `${CONTENT}.${identifier(column)}`;
  const format = formatOf(field.kind, type);
  const read: Column = { key: `c_${column}`, sql: format.sql(sql) };
  const filter: FilterColumn = {
    type: 'column',
    kind: COLUMN_KINDS[field.kind.name] ?? (type === 'jsonb' ? 'json' : 'text'),
    sql,
    attribute: name,
    indexed: field.options.searchFilter ?? false,
    isOpaque: isRepresented(field),
  };
  return {
    name,
    reads: [read],
    print: printerOf(field, read, source, type),
    schema: OTHER_IN_COLUMNS[field.kind.name] ?? ((scope) => scope.value(field)),
    filter,
  };
}

function printerOf(field: FieldDeclaration, read: Column, source: ScopeSource, type: string): Printer {
  const plain = columnPrinter(read, formatOf(field.kind, type));
  const represented = contentPrinter(field, read, source, type);
  if (isRepresented(field)) return represented;
  if (field.kind.name !== richTextKind.name) return plain;
  // Text goes out as it is stored unless another form was asked for.
  return (rows, request, nested) =>
    (request.presentation.richText === null ? plain : represented)(rows, request, nested);
}

function isRepresented({ kind, options }: FieldDeclaration): boolean {
  // Decimals are strings in columns and numbers inside streams, so their kind's representation is for blocks.
  if (kind.name === 'decimal') return false;
  // Rich text and embeds that nobody asked to expand go out as they are stored.
  if (kind.name === richTextKind.name || kind.name === embedKind.name) {
    return (options as RichTextOptions | EmbedOptions).expand === true;
  }
  return kind.represent !== undefined;
}

function relationField(
  name: string,
  field: FieldDeclaration,
  storage: StorageOf,
  models: ApiModels,
  target: () => object,
): ApiField {
  const { name: column } = storage.columnOf(field.name);
  const sql = `${CONTENT}.${identifier(column)}`;
  const read: Column = { key: `c_${column}`, sql };
  const key = storage.other(target()).keyKind;
  const filter: FilterColumn = {
    type: 'column',
    kind: key === 'id' || key === 'bigint' ? 'relation' : key,
    sql,
    attribute: `${name}_id`,
    indexed: field.options.searchFilter ?? false,
  };
  const { renditions = {} } = field.kind.name === imageKind.name ? (field.options as ImageOptions) : {};
  const hasRenditions = Object.keys(renditions).length > 0;
  const model = () => (hasRenditions ? models.imageWithRenditions(renditions) : models.ofEntity(target()));
  const related = { model, inline: false };
  const schema = referenceSchema(related.model);
  const follows = { column: read, as: 'nested' as const };
  return { name, reads: [read], print: referencePrinter(read), follows, schema, related, filter };
}

function junctionField(
  name: string,
  field: FieldDeclaration,
  storage: StorageOf,
  models: ApiModels,
  target: () => object,
  by: string | undefined,
): ApiField {
  const junction = storage.junctionOf(field);
  const key = storage.other(target()).keyKind;
  const owner = `${CONTENT}.${identifier(storage.key)}`;
  const rows = `${junction.table} j WHERE j.${junction.owner} = ${owner}`;
  const filter: FilterColumn = {
    type: 'related',
    by: by === 'name' ? 'tag' : key,
    matching: (condition) =>
      by === 'name'
        ? `EXISTS (SELECT 1 FROM ${junction.targetTable} t JOIN ${rows.replace(' WHERE ', ' ON ')} AND j.${junction.target} = t.${junction.targetKey} WHERE ${condition('t.name')})`
        : `EXISTS (SELECT 1 FROM ${rows} AND ${condition(`j.${junction.target}`)})`,
    // Postgres knows no smallest uuid.
    smallest: `(SELECT min(j.${junction.target}${key === 'uuid' ? '::text' : ''}) FROM ${rows})`,
    attribute: by === 'name' ? 'name' : `${className(target()).toLowerCase()}_id`,
  };
  const related = { model: () => models.ofEntity(target()), inline: false };
  const print = by === 'name' ? tagNamesPrinter(junction) : junctionPrinter(junction, () => models.orderOf(target()));
  const schema = by === 'name' ? TAGS_SCHEMA : referencesSchema(related.model);
  return { name, reads: [], print, schema, related, filter };
}

function childrenField(
  name: string,
  field: FieldDeclaration,
  storage: StorageOf,
  models: ApiModels,
  target: () => object,
  source: ScopeSource,
): ApiField {
  const items = storage.other(target());
  const rows = `${items.table} i WHERE i.owner_id = ${CONTENT}.${identifier(storage.key)}`;
  const filter: FilterColumn = {
    type: 'related',
    by: 'id',
    matching: (condition) => `EXISTS (SELECT 1 FROM ${rows} AND ${condition('i.id')})`,
    smallest: `(SELECT min(i.id) FROM ${rows})`,
    attribute: 'id',
  };
  const related = { model: () => models.items(target(), source), inline: true };
  const schema: FieldSchema = (scope) => ({ type: 'array', items: scope.inline(related.model()) });
  return { name, reads: [], print: childItemsPrinter(items.tableName), schema, related, filter };
}
