import type { ContentType, FieldDeclaration, Json, JsonObject } from '@pipit/content-types';
import type { ColumnFact } from '../metadata/column-facts.js';
import type { ModelShape } from '../metadata/fields-of-entity.js';

/** An entity's properties as TypeORM hands them over. */
export type Properties = Record<string, unknown>;

/** The fields of a row in the JSON form of their kinds. Relations were loaded as ids. */
export function jsonOf(type: ContentType, shape: ModelShape, row: Properties): JsonObject {
  return Object.fromEntries(
    type.fields.map((field) => {
      const value = row[field.name];
      const relation = shape.relations.get(field.name);
      return [field.name, jsonValue(field, relation ? keysOf(value, relation.many) : value)];
    }),
  );
}

function keysOf(value: unknown, many: boolean): Json {
  if (many) return Array.isArray(value) ? value.map((key) => linkKey(key)) : [];
  return value === null || value === undefined ? null : linkKey(value);
}

/** As text or number; the kind writes each in the one way its target's keys are written. */
function linkKey(value: unknown): Json {
  return typeof value === 'number' || typeof value === 'string' ? value : String(value);
}

function jsonValue(field: FieldDeclaration, value: unknown): Json {
  if (value === null || value === undefined) return field.kind.emptyValue(field.options);
  const json = plain(field, value);
  return field.kind.normalise ? field.kind.normalise(json, field.options) : json;
}

function plain({ kind }: FieldDeclaration, value: unknown): Json {
  if (value instanceof Date) return kind.name === 'date' ? value.toISOString().slice(0, 10) : value.toISOString();
  if (kind.name === 'decimal' || kind.name === 'choice') return String(value);
  if (kind.name === 'multipleChoice' && Array.isArray(value)) return value.map(String);
  return value as Json;
}

/** The property of a column for a JSON value; what the column means by “nothing” is null where it may be. */
export function propertyOf(fact: ColumnFact, field: FieldDeclaration, value: Json): unknown {
  const isNothing =
    value === null || (value === '' && (fact.options.nullable === true || field.kind.name === 'choice'));
  if (isNothing) return null;
  if (field.kind.name === 'datetime') return new Date(String(value));
  const wantsNumber = fact.propertyClass === 'Number' && typeof value === 'string' && field.kind.name !== 'choice';
  return wantsNumber ? Number(value) : value;
}
