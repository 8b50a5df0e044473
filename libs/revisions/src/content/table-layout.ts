import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import {
  defaultOf,
  entityKeyOf,
  fieldsOf,
  normaliseEntityId,
  type FieldDeclaration,
  type Json,
  type JsonObject,
} from '@pipit/content-types';

/** Where a field's values lie in the table of its type. */
export interface FieldColumn {
  readonly field: FieldDeclaration;
  readonly column: ColumnMetadata;
}

/** A declared type's table as TypeORM knows it. */
export interface TableLayout {
  readonly metadata: EntityMetadata;
  /** Fields that are columns of the table itself: plain values and single relations. */
  readonly columns: readonly FieldColumn[];
  /** Fields whose values lie in other tables. */
  readonly apart: readonly FieldDeclaration[];
}

const layouts = new WeakMap<EntityMetadata, TableLayout>();

/** The layout of a declared class's table. */
export function layoutOf(manager: EntityManager, target: object): TableLayout {
  const metadata = manager.connection.getMetadata(target as EntityTarget<ObjectLiteral>);
  let layout = layouts.get(metadata);
  if (!layout) {
    const columns: FieldColumn[] = [];
    const apart: FieldDeclaration[] = [];
    for (const field of fieldsOf(target)) {
      const column = columnOf(metadata, field);
      if (column) columns.push({ field, column });
      else apart.push(field);
    }
    layout = { metadata, columns, apart };
    layouts.set(metadata, layout);
  }
  return layout;
}

function columnOf(metadata: EntityMetadata, field: FieldDeclaration): ColumnMetadata | null {
  const { type } = field.kind.storage?.(field.options) ?? { type: 'none' };
  if (type === 'column') return metadata.findColumnWithPropertyName(field.name) ?? null;
  if (type === 'relation') return metadata.findRelationWithPropertyPath(field.name)?.joinColumns[0] ?? null;
  return null;
}

/** A JSON value as TypeORM wants it in an insert or update. */
export function toPropertyValue(field: FieldDeclaration, value: Json): unknown {
  const storage = field.kind.storage?.(field.options);
  if (storage?.type === 'relation')
    return value === null ? null : { [entityKeyOf(storage.target())?.property ?? 'id']: value };
  return storage?.type === 'column' && storage.toProperty ? storage.toProperty(value) : value;
}

/** A raw column value as its kind's JSON value. */
export function toJsonValue(manager: EntityManager, { field, column }: FieldColumn, raw: unknown): Json {
  const storage = field.kind.storage?.(field.options);
  if (storage?.type === 'relation') return normaliseEntityId(storage.target(), raw as Json);
  const value: unknown = manager.connection.driver.prepareHydratedValue(raw, column);
  return storage?.type === 'column' && storage.toJson ? storage.toJson(value) : (value as Json);
}

/** The property values of a row's own columns. Fields missing in `fields` get their default, else their empty value. */
export function ownValues(layout: TableLayout, fields: JsonObject): Record<string, unknown> {
  return Object.fromEntries(
    layout.columns.map(({ field }) => {
      const absent = defaultOf(field);
      const given = fields[field.name];
      // Null says “nothing” and not “the default”; kinds that cannot hold null have an empty value of their own.
      const value = given === undefined ? absent : (given ?? field.kind.emptyValue(field.options));
      return [field.name, toPropertyValue(field, value)];
    }),
  );
}
