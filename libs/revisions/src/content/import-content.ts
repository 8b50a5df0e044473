import { Injectable } from '@nestjs/common';
import { SORT_COLUMN, defaultOf, type EntityId, type Json, type JsonObject } from '@pipit/content-types';
import { insertLinks, insertRows, keepSequenceAhead, type WriteCtx } from '@pipit/kernel';
import type { EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { layoutOf, type FieldColumn, type TableLayout } from './table-layout.js';

/** One row of a declared type, taken over as it was elsewhere. */
export interface ImportedRow {
  /** The row's primary key. */
  readonly key: EntityId;
  /** Declared fields by name in the JSON form of their kinds. Child items are rows of their own. */
  readonly fields: JsonObject;
  /** Further properties of the row, the same for all rows of one call: uuid, owner, order. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** Keys of the targets of many-to-many fields, in their order. */
  readonly links?: Readonly<Record<string, readonly EntityId[]>>;
}

/**
 * Adds rows of a declared type in few statements: pages' contents, snippets, child items, rows of managed entities. The door for imports; it
 * keeps values as they are, so whoever calls it has looked at them.
 */
@Injectable()
export class ImportContent {
  /** Adds the rows without their relations to other rows, where those may not be there yet; see {@link relate}. */
  async insert(ctx: WriteCtx, target: object, rows: readonly ImportedRow[]): Promise<void> {
    if (rows.length === 0) return;
    const layout = layoutOf(ctx.manager, target);
    const primary = layout.metadata.primaryColumns[0]!;
    const isGiven = ({ field }: FieldColumn): boolean => rows.some(({ fields }) => fields[field.name] !== undefined);
    const own = layout.columns.filter(
      (entry) =>
        !entry.column.referencedColumn && !entry.column.isPrimary && (isGiven(entry) || !isFilledIn(entry.column)),
    );
    const filledIn = filledInFor(layout.metadata);
    const values = rows.map((row) => ({
      ...filledIn,
      [primary.propertyName]: row.key,
      ...row.extra,
      ...Object.fromEntries(
        own.map(({ field }) => [field.name, valueOf(row.fields[field.name], field) ?? filledIn[field.name] ?? null]),
      ),
    }));
    await insertRows(ctx.manager, layout.metadata.target, values);
    if (primary.isGenerated && primary.generationStrategy === 'increment') {
      const last = rows.map((row) => BigInt(row.key)).reduce((one, other) => (one > other ? one : other));
      await keepSequenceAhead(ctx.manager, layout.metadata.tablePath, last, primary.databaseName);
    }
  }

  /** Fills in the rows' relations, one statement for each field. */
  async relate(ctx: WriteCtx, target: object, rows: readonly ImportedRow[]): Promise<void> {
    const layout = layoutOf(ctx.manager, target);
    for (const { field, column } of layout.columns.filter(({ column }) => column.referencedColumn)) {
      const related = rows.filter((row) => (row.fields[field.name] ?? null) !== null);
      await setColumn(
        ctx,
        layout,
        column,
        related.map((row) => [row.key, row.fields[field.name] as EntityId]),
      );
    }
    for (const field of layout.apart) {
      const pairs = rows.flatMap((row) => (row.links?.[field.name] ?? []).map((id) => [row.key, id] as const));
      if (pairs.length === 0) continue;
      const storage = field.kind.storage?.(field.options);
      const sortColumn = storage?.type === 'manyToMany' && storage.ordered ? SORT_COLUMN : null;
      await insertLinks(ctx.manager, layout.metadata.target, field.name, pairs, sortColumn);
    }
  }
}

/** True for columns that TypeORM or the database fill in where nobody else does. */
function isFilledIn(column: ColumnMetadata): boolean {
  return column.isCreateDate || column.isUpdateDate || column.isVersion || typeof column.default === 'function';
}

/** What TypeORM would fill in: entity listeners do not run here. */
function filledInFor({ createDateColumn, updateDateColumn, versionColumn }: EntityMetadata): Record<string, Json> {
  const dates = [createDateColumn, updateDateColumn].flatMap((column) => column?.propertyName ?? []);
  const now = new Date().toISOString();
  return Object.fromEntries([
    ...dates.map((name) => [name, now] as const),
    ...(versionColumn ? [[versionColumn.propertyName, 1] as const] : []),
  ]);
}

function valueOf(value: Json | undefined, field: TableLayout['columns'][number]['field']): Json {
  const empty = field.kind.emptyValue(field.options);
  return value === undefined ? defaultOf(field) : (value ?? empty);
}

async function setColumn(
  ctx: WriteCtx,
  layout: TableLayout,
  column: ColumnMetadata,
  values: [EntityId, EntityId][],
): Promise<void> {
  if (values.length === 0) return;
  const primary = layout.metadata.primaryColumns[0]!;
  const [keys, targets] = [primary, column].map((each) => ctx.manager.connection.driver.normalizeType(each));
  await ctx.manager.query(
    `UPDATE "${layout.metadata.tablePath}" AS own SET "${column.databaseName}" = given.target
       FROM unnest($1::${keys}[], $2::${targets}[]) AS given (key, target)
      WHERE own."${primary.databaseName}" = given.key`,
    [values.map(([key]) => key), values.map(([, id]) => id)],
  );
}
