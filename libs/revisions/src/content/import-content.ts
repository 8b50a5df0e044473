import { Injectable } from '@nestjs/common';
import { SORT_COLUMN, defaultOf, type EntityId, type Json, type JsonObject } from '@pipit/content-types';
import { insertLinks, insertRows, keepSequenceAhead, type WriteCtx } from '@pipit/kernel';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { layoutOf, type TableLayout } from './table-layout.js';

/** One row of a declared type, taken over as it was elsewhere. */
export interface ImportedRow {
  /** The row's primary key. */
  readonly key: number;
  /** Declared fields by name in the JSON form of their kinds. Child items are rows of their own. */
  readonly fields: JsonObject;
  /** Further properties of the row, the same for all rows of one call: uuid, owner, order. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** Keys of the targets of many-to-many fields, in their order. */
  readonly links?: Readonly<Record<string, readonly EntityId[]>>;
}

/**
 * Adds rows of a declared type in few statements: pages' contents, snippets, child items. The door for imports; it
 * keeps values as they are, so whoever calls it has looked at them.
 */
@Injectable()
export class ImportContent {
  /** Adds the rows without their relations to other rows, where those may not be there yet; see {@link relate}. */
  async insert(ctx: WriteCtx, target: object, rows: readonly ImportedRow[]): Promise<void> {
    if (rows.length === 0) return;
    const layout = layoutOf(ctx.manager, target);
    const primary = layout.metadata.primaryColumns[0]!;
    const own = layout.columns.filter(({ column }) => !column.referencedColumn);
    const values = rows.map((row) => ({
      [primary.propertyName]: row.key,
      ...row.extra,
      ...Object.fromEntries(own.map(({ field }) => [field.name, valueOf(row.fields[field.name], field)])),
    }));
    await insertRows(ctx.manager, layout.metadata.target, values);
    if (primary.isGenerated) {
      await keepSequenceAhead(ctx.manager, layout.metadata.tablePath, Math.max(...rows.map((row) => row.key)));
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

function valueOf(value: Json | undefined, field: TableLayout['columns'][number]['field']): Json {
  const empty = field.kind.emptyValue(field.options);
  return value === undefined ? defaultOf(field) : (value ?? empty);
}

async function setColumn(
  ctx: WriteCtx,
  layout: TableLayout,
  column: ColumnMetadata,
  values: [number, EntityId][],
): Promise<void> {
  if (values.length === 0) return;
  const primary = layout.metadata.primaryColumns[0]!.databaseName;
  await ctx.manager.query(
    `UPDATE "${layout.metadata.tablePath}" AS own SET "${column.databaseName}" = given.target
       FROM unnest($1::int[], $2::${ctx.manager.connection.driver.normalizeType(column)}[]) AS given (key, target)
      WHERE own."${primary}" = given.key`,
    [values.map(([key]) => key), values.map(([, id]) => id)],
  );
}
