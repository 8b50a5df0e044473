import { Document, Image } from '@pipit/media';
import type { DeliveryOptions } from '../options.js';
import { keptMedia, publicImage, publicMedia } from '../query/visibility.js';
import { referencePrinter } from '../represent/basic-printers.js';
import { documentUrlPrinter, imageUrlPrinter, redirectPrinter } from '../represent/core-printers.js';
import { tagNamesPrinter } from '../represent/related-printers.js';
import { ADDRESS_SCHEMA, columnSchema, referenceSchema, TAGS_SCHEMA } from '../schema/field-schema.js';
import type { ApiField, ApiModel, Column, KeyKind } from './api-model.js';
import type { ApiModels } from './api-models.js';
import { IMAGE_FACTS } from './image-facts.js';
import { detailUrlField, idField, integerField, textField, typeField } from './plain-fields.js';
import type { StorageOf } from './storage-of.js';

const NOTHING: ReadonlySet<string> = new Set();
const FILE_KEY: Column = { key: 'file_key', sql: 'c.file_key', isPlain: true };

/** A model that shows no more than what it is: things that content points at and that have no endpoint. */
export function bareModel(
  name: string,
  from: string,
  id: string,
  more: Partial<ApiModel> = {},
  key: KeyKind = 'id',
): ApiModel {
  const shown = new Set(['id', 'type', 'detail_url']);
  const model: ApiModel = {
    name,
    source: { from, parts: null, subject: tableOf(from), id, key, order: id, isPublic: null, isKept: null },
    endpoint: null,
    meta: [typeField(name), detailUrlField(() => model)],
    body: [idField(id, key)],
    listed: shown,
    nested: shown,
    hidden: NOTHING,
    detailOnly: NOTHING,
    onRequest: NOTHING,
    searchSubject: null,
    ...more,
  };
  return model;
}

/** `"blog_author" c` → `blog_author`. */
function tableOf(from: string): string {
  return (from.split(' ')[0] ?? '').replaceAll('"', '');
}

/** Images. */
export function imageModel(
  options: DeliveryOptions,
  storage: (target: object) => StorageOf,
  models: ApiModels,
): ApiModel {
  const name = options.typeNames.image;
  const collection: Column = { key: 'collection_id', sql: 'c.collection_id' };
  const collectionField: ApiField = {
    name: 'collection',
    reads: [collection],
    print: referencePrinter(collection),
    schema: referenceSchema(() => models.collection),
    related: { model: () => models.collection, inline: false },
    filter: { type: 'column', kind: 'relation', sql: collection.sql, attribute: 'collection_id', indexed: true },
  };
  return bareModel(name, 'image c', 'c.id', {
    source: {
      from: 'image c',
      parts: null,
      subject: 'image',
      id: 'c.id',
      key: 'id',
      order: 'c.id',
      isPublic: publicImage('c', models.media),
      isKept: keptMedia('c'),
    },
    endpoint: 'images',
    isImage: true,
    meta: [
      typeField(name),
      detailUrlField(() => models.image),
      tagsField(storage(Image), models),
      { name: 'download_url', reads: [FILE_KEY], print: imageUrlPrinter, schema: columnSchema('text') },
    ],
    body: [
      idField('c.id'),
      textField('title', 'c.title', true),
      integerField('width', 'c.width'),
      integerField('height', 'c.height'),
      ...(options.imageFields.includes('collection') ? [collectionField] : []),
      ...IMAGE_FACTS,
    ],
    onRequest: new Set(IMAGE_FACTS.map(({ name: fact }) => fact)),
    listed: new Set(['id', 'type', 'detail_url', 'tags', 'download_url', 'title']),
    nested: new Set(['id', 'type', 'detail_url', 'download_url', 'title']),
    searchSubject: 'image',
  });
}

/** Documents. */
export function documentModel(
  options: DeliveryOptions,
  storage: (target: object) => StorageOf,
  models: ApiModels,
): ApiModel {
  const name = options.typeNames.document;
  return bareModel(name, 'document c', 'c.id', {
    source: {
      from: 'document c',
      parts: null,
      subject: 'document',
      id: 'c.id',
      key: 'id',
      order: 'c.id',
      isPublic: publicMedia('c'),
      isKept: keptMedia('c'),
    },
    endpoint: 'documents',
    meta: [
      typeField(name),
      detailUrlField(() => models.document),
      tagsField(storage(Document), models),
      { name: 'download_url', reads: [FILE_KEY], print: documentUrlPrinter, schema: columnSchema('text') },
    ],
    body: [idField('c.id'), textField('title', 'c.title', true)],
    listed: new Set(['id', 'type', 'detail_url', 'tags', 'download_url', 'title']),
    nested: new Set(['id', 'type', 'detail_url', 'download_url', 'title']),
    searchSubject: 'document',
  });
}

/** Redirects made by hand. */
export function redirectModel(options: DeliveryOptions, models: ApiModels): ApiModel {
  const name = options.typeNames.redirect;
  const reads: Column[] = [
    { key: 'page_id', sql: 'c.page_id' },
    { key: 'link', sql: 'c.link' },
  ];
  const shown = new Set(['id', 'type', 'detail_url', 'old_path', 'location']);
  return bareModel(name, 'redirect c', 'c.id', {
    endpoint: 'redirects',
    meta: [typeField(name), detailUrlField(() => models.redirect)],
    body: [
      idField('c.id'),
      textField('old_path', 'c.old_path', false),
      { name: 'location', reads, print: redirectPrinter, schema: ADDRESS_SCHEMA },
    ],
    listed: shown,
    nested: shown,
  });
}

function tagsField(storage: StorageOf, models: ApiModels): ApiField {
  const junction = storage.junctionNamed('tags');
  const rows = `${junction.table} j JOIN tag t ON t.id = j.${junction.target} WHERE j.${junction.owner} = c.id`;
  return {
    name: 'tags',
    reads: [],
    print: tagNamesPrinter(junction),
    schema: TAGS_SCHEMA,
    related: { model: () => models.tag, inline: false },
    filter: {
      type: 'related',
      by: 'tag',
      matching: (condition) => `EXISTS (SELECT 1 FROM ${rows} AND ${condition('t.name')})`,
      smallest: `(SELECT min(j.${junction.target}) FROM ${rows})`,
      attribute: 'name',
    },
  };
}
