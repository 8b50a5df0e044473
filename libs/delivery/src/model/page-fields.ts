import type { Page } from '@pipit/pages';
import { snakeCase } from '@pipit/kernel';
import { columnPrinter } from '../represent/basic-printers.js';
import { aliasPrinter, htmlUrlPrinter, pageTypePrinter, parentPrinter } from '../represent/page-printers.js';
import { MOMENT, type ValueFormat } from '../represent/values.js';
import { ADDRESS_SCHEMA, columnSchema, nullableColumnSchema, referenceSchema } from '../schema/field-schema.js';
import type { ApiField, ApiModel, Column, ColumnKind, StoredColumn } from './api-model.js';
import type { ApiModels } from './api-models.js';
import { detailUrlField, idField } from './plain-fields.js';
import type { StorageOf } from './storage-of.js';

const AS_IT_IS: ValueFormat = { sql: (column) => column, print: (raw) => raw };

/** Columns of pages that the search index knows. */
const INDEXED = new Set([
  'title', 'id', 'live', 'path', 'depth', 'locked', 'show_in_menus', 'first_published_at', 'last_published_at',
  'latest_revision_created_at', 'translation_key',
]); // prettier-ignore

/** Columns of pages that a type may print at the end of `meta`, by the property. */
const META_PROPERTIES = [
  'lastPublishedAt', 'latestRevisionCreatedAt', 'goLiveAt', 'expireAt', 'expired', 'urlPath', 'depth', 'childCount',
  'draftTitle', 'createdAt', 'uuid', 'translationKey', 'hasUnpublishedChanges', 'locked',
] as const satisfies readonly (keyof Page)[]; // prettier-ignore

const stored = (name: string, kind: ColumnKind, sql: string): StoredColumn => ({
  type: 'column',
  kind,
  sql,
  attribute: name,
  indexed: INDEXED.has(name),
});

function plain(name: string, kind: ColumnKind, format: ValueFormat = AS_IT_IS): ApiField {
  const isPlain = kind === 'text' || kind === 'boolean';
  const read: Column = { key: name, sql: format.sql(`p.${name}`), isPlain };
  const schema = kind === 'datetime' || kind === 'uuid' ? nullableColumnSchema(kind) : columnSchema(kind);
  return { name, reads: [read], print: columnPrinter(read, format), schema, filter: stored(name, kind, `p.${name}`) };
}

/** What every page prints in `meta`, before what its type adds. */
export function pageMeta(models: ApiModels, typeName: string | null): ApiField[] {
  const page = (): ApiModel => models.page;
  const type: Column = { key: 'type', sql: 'p.type', isPlain: true };
  const urlPath: Column = { key: 'url_path', sql: 'p.url_path', isPlain: true };
  const alias: Column = { key: 'alias_of_id', sql: 'p.alias_of_id', isPlain: true };
  const parent: Column = { key: 'parent_id', sql: 'p.parent_id', isPlain: true };
  const locale: Column = { key: 'locale', sql: '(SELECT l.code FROM locale l WHERE l.id = p.locale_id)' };
  return [
    {
      name: 'type',
      reads: [type],
      print: pageTypePrinter,
      schema: () => (typeName === null ? { type: 'string' } : { const: typeName }),
    },
    detailUrlField(page),
    { name: 'html_url', reads: [urlPath], print: htmlUrlPrinter, schema: ADDRESS_SCHEMA },
    plain('slug', 'text'),
    plain('show_in_menus', 'boolean'),
    plain('seo_title', 'text'),
    plain('search_description', 'text'),
    plain('first_published_at', 'datetime', MOMENT),
    {
      name: 'alias_of',
      reads: [alias],
      print: aliasPrinter,
      schema: referenceSchema(page),
      related: { model: page, inline: false },
      filter: { ...stored('alias_of_id', 'relation', 'p.alias_of_id') },
    },
    {
      name: 'parent',
      reads: [parent],
      print: parentPrinter,
      follows: { column: parent, as: 'parent' },
      schema: referenceSchema(page),
      included: page,
    },
    {
      name: 'locale',
      reads: [locale],
      print: columnPrinter(locale, AS_IT_IS),
      schema: columnSchema('locale'),
      related: { model: () => models.locale, inline: false },
      filter: stored('locale_id', 'locale', 'p.locale_id'),
    },
  ];
}

/** What every page prints in its body, before the fields of its type. */
export function pageBody(): ApiField[] {
  return [idField('p.id'), plain('title', 'text')];
}

/** A base column that a type prints at the end of `meta`. */
export function pageMetaColumn(name: string, pages: StorageOf): ApiField {
  const property = META_PROPERTIES.find((candidate) => snakeCase(candidate) === name || candidate === name);
  if (!property) {
    const known = META_PROPERTIES.map((candidate) => snakeCase(candidate)).join(', ');
    throw new Error(`api.metaFields names “${name}”, which pages cannot print. They can print ${known}.`);
  }
  const { name: column, type } = pages.columnOf(property);
  const format = type === 'timestamptz' ? MOMENT : AS_IT_IS;
  return { ...plain(column, kindOf(type), format), name };
}

function kindOf(type: string): ColumnKind {
  if (type === 'timestamptz') return 'datetime';
  if (type === 'boolean' || type === 'integer' || type === 'uuid') return type;
  return 'text';
}
