import type { ContentNode, JsonSchema } from '@pipit/content-types';
import type { ApiModel, ColumnKind } from '../model/api-model.js';

/** What a field may ask while it describes what it prints. */
export interface ApiSchemaScope {
  /** A declared value as its kind represents it. */
  value(node: ContentNode): JsonSchema;
  /** An object that something points at, with what `fields=` may add. */
  reference(model: ApiModel): JsonSchema;
  /** An object inside another, with all its fields. */
  inline(model: ApiModel): JsonSchema;
}

/** Describes what a field prints. */
export type FieldSchema = (scope: ApiSchemaScope) => JsonSchema;

const COLUMN_SCHEMAS: Readonly<Record<ColumnKind, JsonSchema>> = {
  id: { type: 'integer' },
  integer: { type: 'integer' },
  relation: { type: 'integer' },
  // Text where JavaScript would lose digits.
  bigint: { type: ['integer', 'string'] },
  boolean: { type: 'boolean' },
  text: { type: 'string' },
  locale: { type: 'string' },
  date: { type: 'string', format: 'date' },
  time: { type: 'string' },
  datetime: { type: 'string', format: 'date-time' },
  duration: { type: 'string' },
  decimal: { type: 'string' },
  float: { type: 'number' },
  uuid: { type: 'string', format: 'uuid' },
  json: {},
};

/** A column that always holds something. */
export const columnSchema =
  (kind: ColumnKind): FieldSchema =>
  () =>
    COLUMN_SCHEMAS[kind];

/** A column that may be empty. */
export const nullableColumnSchema =
  (kind: ColumnKind): FieldSchema =>
  () => {
    const { type, ...rest } = COLUMN_SCHEMAS[kind];
    return type === undefined ? {} : { ...rest, type: [type, 'null'].flat() };
  };

/** An object of a model, or null. */
export const referenceSchema =
  (model: () => ApiModel): FieldSchema =>
  (scope) => ({ anyOf: [scope.reference(model()), { type: 'null' }] });

/** Objects of a model. */
export const referencesSchema =
  (model: () => ApiModel): FieldSchema =>
  (scope) => ({ type: 'array', items: scope.reference(model()) });

/** Names of tags, sorted. */
export const TAGS_SCHEMA: FieldSchema = () => ({ type: 'array', items: { type: 'string' } });

/** An address, or null where there is none. */
export const ADDRESS_SCHEMA: FieldSchema = () => ({ type: ['string', 'null'] });
