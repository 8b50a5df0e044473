import { Injectable } from '@nestjs/common';
import { ContentTypes, type ContentType, type Json, type JsonObject } from '@pipit/content-types';
import type { Ctx, Paged } from '@pipit/kernel';
import { layoutOf, ReferenceTitles, TypeFields } from '@pipit/revisions';
import { RecordAccess } from '../record-access.js';
import { readKey } from '../record-key.js';
import type {
  RecordId,
  RecordListQuery,
  RecordRow,
  RecordSelection,
  RecordSource,
  RecordState,
} from '../record-source.js';
import { RecordSources } from '../record-sources.js';
import { cellOf, computedCells } from './cells.js';
import { columnsOf } from './fields-of-list.js';
import { linkNamesOf } from './link-names.js';
import { LinkedTitles } from './linked-titles.js';
import { columnOf, scopeOf, sqlOf, tableSql, titleSql, type ListScope } from './list-scope.js';
import { orderSql } from './order-sql.js';
import { Parameters } from './statement.js';
import { whereSql } from './where-sql.js';

interface RawRow {
  key: unknown;
  uuid: string | null;
  updatedAt: Date | null;
  state: RecordState;
}

/** A statement with its parameters. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** A row and what it is called. */
export interface RecordSubject {
  readonly id: RecordId;
  readonly title: string;
}

/** Lists rows of any type that has a source. */
@Injectable()
export class RecordListing {
  constructor(
    readonly types: ContentTypes,
    readonly sources: RecordSources,
    readonly access: RecordAccess,
    private readonly fields: TypeFields,
    readonly titles: ReferenceTitles,
  ) {}

  /** A part of the rows that match, with what the list's columns show. Refuses whoever may not see the type. */
  async list(ctx: Ctx, type: ContentType, query: RecordListQuery): Promise<Paged<RecordRow>> {
    const can = await this.access.requireView(ctx, type);
    const { source } = this.sources.require(type.name);
    const scope = await this.scope(ctx, type);
    const rows = await this.select(ctx, scope, query);
    const total = await this.count(ctx, scope, query);
    const ids = rows.map(({ key }) => readKey(scope.key, key));
    const fields = await source.read(ctx, type, ids);
    const shown = await this.cells(ctx, scope, ids, fields);
    const permissions = { edit: can.edit, delete: can.delete, publish: can.publish };
    return {
      total,
      items: rows.map((row, index) => {
        const id = ids[index]!;
        const { title, cells } = shown.get(id)!;
        const updatedAt = row.updatedAt?.toISOString() ?? null;
        return { id, uuid: row.uuid, title, cells, updatedAt, state: row.state, can: permissions };
      }),
    };
  }

  /** The statement that answers the keys of all matching rows in their order, as `key`. */
  async keys(ctx: Ctx, type: ContentType, selection: RecordSelection): Promise<Statement> {
    const scope = await this.visibleScope(ctx, type);
    return matching(scope, selection, `${sqlOf(scope.key)} AS key`);
  }

  /** Matching rows in their order, at most so many: their keys and what they are called. */
  async subjects(ctx: Ctx, type: ContentType, selection: RecordSelection, limit: number): Promise<RecordSubject[]> {
    const scope = await this.visibleScope(ctx, type);
    const { sql, values } = matching(scope, selection, `${sqlOf(scope.key)} AS key, ${titleSql(scope)} AS title`);
    const found: { key: unknown; title: string | null }[] = await ctx.manager.query(
      `${sql} LIMIT ${Math.trunc(limit)}`,
      [...values],
    );
    return found.map(({ key, title }) => {
      const id = readKey(scope.key, key);
      return { id, title: title ?? `${type.label} ${id}` };
    });
  }

  /** What rows are called; those that do not exist are missing. */
  async existingTitles(ctx: Ctx, type: ContentType, ids: readonly RecordId[]): Promise<Map<RecordId, string>> {
    const { source } = this.sources.require(type.name);
    const scope = await this.scope(ctx, type);
    const fields = await source.read(ctx, type, ids);
    const shown = await this.cells(ctx, scope, [...fields.keys()], fields);
    return new Map([...shown].map(([id, { title }]) => [id, title]));
  }

  /** Refuses whoever may not see the type. */
  private async visibleScope(ctx: Ctx, type: ContentType): Promise<ListScope> {
    await this.access.requireView(ctx, type);
    return this.scope(ctx, type);
  }

  private async scope(ctx: Ctx, type: ContentType): Promise<ListScope> {
    const { source } = this.sources.require(type.name);
    const { readable } = await this.fields.mask(ctx, type);
    const { metadata } = layoutOf(ctx.manager, type.target);
    const linkNames = await linkNamesOf(ctx, type, metadata, this);
    return scopeOf(ctx, type, { types: this.types, table: source.table(type), readable, linkNames });
  }

  private async select(ctx: Ctx, scope: ListScope, query: RecordListQuery): Promise<RawRow[]> {
    const parameters = new Parameters();
    const { joins, orderBy } = orderSql(scope, query.order);
    const where = whereSql(scope, query, parameters);
    const property = (name: string | undefined): string => {
      const column = name === undefined ? null : columnOf(scope, name);
      return column ? sqlOf(column) : 'NULL';
    };
    const { uuid, updatedAt, state = 'NULL' } = scope.table;
    return ctx.manager.query(
      `SELECT ${sqlOf(scope.key)} AS key, ${property(uuid)} AS uuid, ${property(updatedAt)} AS "updatedAt", ${state} AS state
         FROM ${tableSql(scope)} ${joins} WHERE ${where} ORDER BY ${orderBy}
        LIMIT ${parameters.add(query.limit)} OFFSET ${parameters.add(query.offset)}`,
      parameters.values,
    );
  }

  private async count(ctx: Ctx, scope: ListScope, query: RecordSelection): Promise<number> {
    const parameters = new Parameters();
    const where = whereSql(scope, query, parameters);
    const rows: { total: number }[] = await ctx.manager.query(
      `SELECT count(*)::int AS total FROM ${tableSql(scope)} WHERE ${where}`,
      parameters.values,
    );
    return rows[0]!.total;
  }

  private async cells(
    ctx: Ctx,
    scope: ListScope,
    ids: readonly RecordId[],
    fields: Awaited<ReturnType<RecordSource['read']>>,
  ): Promise<Map<RecordId, { title: string; cells: JsonObject }>> {
    const { type, readable } = scope;
    const columns = columnsOf(type, readable).map(({ name }) => name);
    const titleField = type.fields.find(({ name }) => name === type.titleField && readable.has(name));
    const names = [...columns, type.titleField];
    const titles = await LinkedTitles.of(ctx, scope, this.titles, names, [...fields.values()]);
    const computed = await computedCells(ctx, type, columns, ids);
    const { source } = this.sources.require(type.name);
    const drafts = type.drafts ? await source.drafts?.newer(ctx, type, ids) : undefined;
    return new Map(
      ids.map((id) => {
        const values = fields.get(id) ?? {};
        const cell = (name: string): Json => {
          const field = type.fields.find((each) => each.name === name);
          return field ? cellOf(field, values[name] ?? null, titles) : (computed.get(id)?.[name] ?? null);
        };
        // A row goes by the name its editors gave it last.
        const named = drafts?.get(id) ?? values;
        const own = titleField ? cellOf(titleField, named[titleField.name] ?? null, titles) : null;
        const title = own === null || own === '' ? `${type.label} ${id}` : String(own);
        return [id, { title, cells: Object.fromEntries(columns.map((name) => [name, cell(name)])) }];
      }),
    );
  }
}

/** The statement that reads some columns of all matching rows in their order. */
function matching(scope: ListScope, selection: RecordSelection, columns: string): Statement {
  const parameters = new Parameters();
  const { joins, orderBy } = orderSql(scope, selection.order);
  const where = whereSql(scope, selection, parameters);
  const sql = `SELECT ${columns} FROM ${tableSql(scope)} ${joins} WHERE ${where} ORDER BY ${orderBy}`;
  return { sql, values: parameters.values };
}
