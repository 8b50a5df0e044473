import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { childRows, defaultOf, fieldsOf, type ContentPath, type Json, type JsonObject } from '@pipit/content-types';
import { KEPT, kept, type Ctx, type WriteCtx } from '@pipit/kernel';
import { uniqueViolation } from './unique-values.js';
import { refuseForeignRows, type Place } from './foreign-rows.js';
import { readJoins, writeJoins } from './joins.js';
import { layoutOf, ownValues, toJsonValue, type TableLayout } from './table-layout.js';

/**
 * Moves declared fields between their JSON form and the tables of their type: own columns, child item rows and
 * many-to-many joins. The one place that knows how content lies in the database.
 */
@Injectable()
export class ContentStore {
  /**
   * Writes all fields of one row. `key` is the row's primary key: a page's id or a snippet's.
   * `extra` are further properties of the row, for types whose rows carry more than fields.
   */
  async write(
    ctx: WriteCtx,
    target: object,
    key: number,
    fields: JsonObject,
    extra: Record<string, unknown> = {},
  ): Promise<void> {
    const { manager } = ctx;
    const layout = layoutOf(manager, target);
    const primary = layout.metadata.primaryColumns[0]!;
    const row = { [primary.propertyName]: key, ...extra, ...ownValues(layout, fields) };
    await this.upsert(manager, layout, [row], [primary.databaseName]).catch((error: unknown) => {
      throw uniqueViolation(error, layout.metadata, layout.columns) ?? error;
    });
    await this.writeApart(manager, layout, key, fields, { path: ['fields'], owners: [key] });
  }

  /** Reads the fields of many rows of one type, by primary key. Rows that do not exist are missing in the answer. */
  async read(ctx: Ctx, target: object, keys: readonly number[]): Promise<Map<number, JsonObject>> {
    const layout = layoutOf(ctx.manager, target);
    return this.readWhere(ctx.manager, layout, layout.metadata.primaryColumns[0]!.databaseName, keys);
  }

  private async upsert(
    manager: EntityManager,
    layout: TableLayout,
    rows: Record<string, unknown>[],
    conflict: string[],
  ): Promise<void> {
    const named = new Set(Object.keys(rows[0] ?? {}));
    // Named one by one, since TypeORM leaves generated keys out of an insert by itself.
    // The column of a relation has a path of its own (`picture.id`), while rows name the relation (`picture`).
    const columns = layout.metadata.columns.filter(
      ({ propertyPath, relationMetadata }) =>
        named.has(propertyPath) || named.has(relationMetadata?.propertyName ?? ''),
    );
    const updated = columns.map((column) => column.databaseName).filter((column) => !conflict.includes(column));
    const insert = manager
      .createQueryBuilder()
      .insert()
      .into(
        layout.metadata.target,
        columns.map((column) => column.propertyPath),
      )
      .values(rows)
      .updateEntity(false);
    if (rows.length === 1) insert.comment(KEPT);
    await (updated.length > 0 ? insert.orUpdate(updated, conflict) : insert.orIgnore()).execute();
  }

  private async writeApart(
    manager: EntityManager,
    layout: TableLayout,
    key: number,
    fields: JsonObject,
    place: Place,
  ): Promise<void> {
    for (const field of layout.apart) {
      const storage = field.kind.storage!(field.options);
      const given = fields[field.name];
      const value = given === undefined ? defaultOf(field) : given;
      const inner = { ...place, path: [...place.path, field.name] };
      if (storage.type === 'children')
        await this.writeChildren(manager, storage.target(), key, childRows(value), inner);
      if (storage.type === 'manyToMany') await writeJoins(manager, layout, field, key, value);
    }
  }

  private async writeChildren(
    manager: EntityManager,
    item: object,
    owner: number,
    rows: JsonObject[],
    place: Place,
  ): Promise<void> {
    const layout = layoutOf(manager, item);
    const table = layout.metadata.tablePath;
    const uuids = rows.map((row) => row['id']);
    await manager.query(`DELETE FROM "${table}" WHERE owner_id = $1 AND NOT (uuid = ANY($2::uuid[]))`, [owner, uuids]);
    if (rows.length === 0) return;
    await refuseForeignRows(manager, table, rows, place);
    const values = rows.map((row, index) => ({
      uuid: row['id'],
      ownerId: owner,
      sortOrder: index,
      ...ownValues(layout, row),
    }));
    await this.upsert(manager, layout, values, ['uuid']);
    if (layout.apart.length > 0) await this.writeGrandchildren(manager, layout, owner, rows, place.path);
  }

  private async writeGrandchildren(
    manager: EntityManager,
    layout: TableLayout,
    owner: number,
    rows: JsonObject[],
    path: ContentPath,
  ): Promise<void> {
    const ids: { id: number; uuid: string }[] = await manager.query(
      `SELECT id, uuid FROM "${layout.metadata.tablePath}" WHERE owner_id = $1`,
      [owner],
    );
    const idOf = new Map(ids.map(({ id, uuid }) => [uuid, id]));
    // An inner row may move from one of the outer rows to another.
    const owners = [...idOf.values()];
    for (const [index, row] of rows.entries()) {
      const place = { path: [...path, index], owners };
      await this.writeApart(manager, layout, idOf.get(String(row['id']).toLowerCase())!, row, place);
    }
  }

  private async readWhere(
    manager: EntityManager,
    layout: TableLayout,
    by: string,
    keys: readonly number[],
  ): Promise<Map<number, JsonObject>> {
    const columns = layout.columns.map(({ column }, index) => `t."${column.databaseName}" AS "c${index}"`);
    const primary = layout.metadata.primaryColumns[0]!.databaseName;
    const sql = `SELECT ${[`t."${primary}" AS key`, ...columns].join(', ')} FROM "${layout.metadata.tablePath}" t WHERE t."${by}" = ANY($1)`;
    const rows: Record<string, unknown>[] = await manager.query(keys.length === 1 ? kept(sql) : sql, [keys]);
    const read = new Map<number, JsonObject>();
    for (const row of rows) {
      const own = layout.columns.map((column, index) => [
        column.field.name,
        toJsonValue(manager, column, row[`c${index}`]),
      ]);
      read.set(row['key'] as number, Object.fromEntries(own) as JsonObject);
    }
    await this.readApart(manager, layout, read);
    return inDeclaredOrder(layout, read);
  }

  private async readApart(manager: EntityManager, layout: TableLayout, into: Map<number, JsonObject>): Promise<void> {
    const keys = [...into.keys()];
    for (const field of layout.apart) {
      const storage = field.kind.storage!(field.options);
      for (const row of into.values()) row[field.name] = [];
      if (keys.length === 0) continue;
      const values =
        storage.type === 'children'
          ? await this.readChildren(manager, storage.target(), keys)
          : await readJoins(manager, layout, field, keys);
      for (const [key, value] of values) into.get(key)![field.name] = value;
    }
  }

  private async readChildren(manager: EntityManager, item: object, owners: number[]): Promise<Map<number, Json[]>> {
    const layout = layoutOf(manager, item);
    const rows: { id: number; uuid: string; owner: number }[] = await manager.query(
      `SELECT id, uuid, owner_id AS owner FROM "${layout.metadata.tablePath}" WHERE owner_id = ANY($1) ORDER BY owner_id, sort_order, id`,
      [owners],
    );
    const fields = await this.readWhere(manager, layout, 'owner_id', owners);
    const byOwner = new Map<number, Json[]>();
    for (const { id, uuid, owner } of rows) {
      byOwner.set(owner, [...(byOwner.get(owner) ?? []), { id: uuid, ...fields.get(id) }]);
    }
    return byOwner;
  }
}

function inDeclaredOrder(layout: TableLayout, rows: Map<number, JsonObject>): Map<number, JsonObject> {
  const names = fieldsOf(layout.metadata.target as object).map((field) => field.name);
  return new Map(
    [...rows].map(([key, row]) => [key, Object.fromEntries(names.map((name) => [name, row[name] ?? null]))]),
  );
}
