import { Injectable } from '@nestjs/common';
import { SORT_COLUMN, type FieldDeclaration } from '@pipit/content-types';
import { copiedColumns, type WriteCtx } from '@pipit/kernel';
import type { EntityManager } from 'typeorm';
import { copiedRowId } from './copied-row-ids.js';
import { joinOf } from './joins.js';
import { layoutOf, type TableLayout } from './table-layout.js';

/** Keys of a row and of the row that takes over its content. */
export interface RowCopy {
  readonly from: number;
  readonly to: number;
}

/** Pairs of owners as SQL: `source`, `copy`, and `key`, that of the copied row all this belongs to. */
const TOP = 'SELECT source, copy, copy AS key FROM unnest($1::int[], $2::int[]) AS pair (source, copy)';

/**
 * Copies the content of many rows of one type inside the database, in as many statements as the type has tables:
 * columns, child rows with fresh ids, many-to-many joins. What the copies held before is replaced.
 */
@Injectable()
export class ContentCopies {
  async copy(ctx: WriteCtx, target: object, pairs: readonly RowCopy[]): Promise<void> {
    if (pairs.length === 0) return;
    const layout = layoutOf(ctx.manager, target);
    const params = [pairs.map(({ from }) => from), pairs.map(({ to }) => to)];
    const key = layout.metadata.primaryColumns[0]!.databaseName;
    const table = layout.metadata.tablePath;
    const { names, values, updates } = copiedColumns(layout.metadata, 'origin', { [key]: 'pair.copy' });
    await ctx.manager.query(
      `INSERT INTO "${table}" (${names})
       SELECT ${values} FROM (${TOP}) pair JOIN "${table}" origin ON origin."${key}" = pair.source
       ON CONFLICT ("${key}") DO ${updates === '' ? 'NOTHING' : `UPDATE SET ${updates}`}`,
      params,
    );
    await this.copyApart(ctx.manager, layout, TOP, params);
  }

  private async copyApart(
    manager: EntityManager,
    layout: TableLayout,
    owners: string,
    params: readonly unknown[],
  ): Promise<void> {
    for (const field of layout.apart) {
      const storage = field.kind.storage!(field.options);
      if (storage.type === 'children') {
        await this.copyChildren(manager, layoutOf(manager, storage.target()), owners, params);
      }
      if (storage.type === 'manyToMany') await this.copyJoins(manager, layout, field, owners, params);
    }
  }

  private async copyChildren(
    manager: EntityManager,
    layout: TableLayout,
    owners: string,
    params: readonly unknown[],
  ): Promise<void> {
    const table = layout.metadata.tablePath;
    const uuid = copiedRowId('origin.uuid', 'owner.key');
    const { names, values } = copiedColumns(layout.metadata, 'origin', { uuid, owner_id: 'owner.copy' });
    // Rows of rows go with them.
    await manager.query(`DELETE FROM "${table}" WHERE owner_id IN (SELECT copy FROM (${owners}) owner)`, [...params]);
    await manager.query(
      `INSERT INTO "${table}" (${names})
       SELECT ${values} FROM (${owners}) owner JOIN "${table}" origin ON origin.owner_id = owner.source`,
      [...params],
    );
    const rows = `SELECT origin.id AS source, fresh.id AS copy, owner.key
        FROM (${owners}) owner JOIN "${table}" origin ON origin.owner_id = owner.source
        JOIN "${table}" fresh ON fresh.uuid = ${uuid}`;
    await this.copyApart(manager, layout, rows, params);
  }

  private async copyJoins(
    manager: EntityManager,
    layout: TableLayout,
    field: FieldDeclaration,
    owners: string,
    params: readonly unknown[],
  ): Promise<void> {
    const { table, ownerColumn, targetColumn, ordered } = joinOf(layout, field);
    const kept = [targetColumn, ...(ordered ? [SORT_COLUMN] : [])];
    await manager.query(`DELETE FROM "${table}" WHERE "${ownerColumn}" IN (SELECT copy FROM (${owners}) owner)`, [
      ...params,
    ]);
    await manager.query(
      `INSERT INTO "${table}" (${[ownerColumn, ...kept].map((column) => `"${column}"`).join(', ')})
       SELECT owner.copy, ${kept.map((column) => `origin."${column}"`).join(', ')} FROM (${owners}) owner
         JOIN "${table}" origin ON origin."${ownerColumn}" = owner.source`,
      [...params],
    );
  }
}
