import { Injectable } from '@nestjs/common';
import type { ContentType } from '@pipit/content-types';
import type { Ctx, Paged } from '@pipit/kernel';
import type { RecordListQuery, RecordPermissions, RecordRow } from '@pipit/records';
import { layoutOf } from '@pipit/revisions';
import { SnippetAccess } from '../actions/snippet-access.js';
import { stateOf } from '../snippet-row.js';
import { SnippetTypes } from '../snippet-types.js';
import { titleOf } from '../snippet-values.js';

interface RawRow {
  id: number;
  uuid: string;
  title: string | null;
  version: number;
  updatedAt: Date;
  /** Types with drafts only. */
  live?: boolean;
  hasUnpublishedChanges?: boolean;
  total: string;
}

/** Reads snippets for the management API. */
@Injectable()
export class SnippetList {
  constructor(
    private readonly types: SnippetTypes,
    private readonly access: SnippetAccess,
  ) {}

  /** Snippets of one type, ordered as the type says. */
  async list(ctx: Ctx, typeName: string, query: RecordListQuery): Promise<Paged<RecordRow>> {
    const type = this.types.require(typeName);
    const can = await this.access.permissions(ctx, type);
    const rows = await this.select(ctx, type, query);
    const total = rows[0] ? Number(rows[0].total) : await this.count(ctx, type, query);
    return { total, items: rows.map((row) => rowOf(type, row, can)) };
  }

  private async select(ctx: Ctx, type: ContentType, query: RecordListQuery): Promise<RawRow[]> {
    const params: unknown[] = [];
    const { table, title, where } = matching(ctx, type, query, params);
    params.push(query.limit, query.offset);
    const state = type.drafts ? ', t.live, t.has_unpublished_changes AS "hasUnpublishedChanges"' : '';
    return ctx.manager.query(
      `SELECT t.id, t.uuid, ${title} AS title, t.version, t.updated_at AS "updatedAt"${state}, count(*) OVER () AS total
         FROM ${table} t WHERE ${where}
        ORDER BY ${orderOf(ctx, type)} LIMIT $${params.length - 1} OFFSET $${params.length}`,
      params,
    );
  }

  /** For parts beyond the end, where no row carries the total. */
  private async count(ctx: Ctx, type: ContentType, query: RecordListQuery): Promise<number> {
    const params: unknown[] = [];
    const { table, where } = matching(ctx, type, query, params);
    const rows: { total: number }[] = await ctx.manager.query(
      `SELECT count(*)::int AS total FROM ${table} t WHERE ${where}`,
      params,
    );
    return rows[0]!.total;
  }
}

function matching(ctx: Ctx, type: ContentType, query: RecordListQuery, params: unknown[]) {
  const title = `${columnOf(ctx, type, type.titleField) ?? 'NULL'}::text`;
  params.push(query.ids ?? null);
  const words = (query.q?.split(/\s+/) ?? []).filter(Boolean).map((word) => {
    params.push(`%${word.replace(/[\\%_]/g, '\\$&')}%`);
    return ` AND ${title} ILIKE $${params.length}`;
  });
  const where = `($1::int[] IS NULL OR t.id = ANY($1::int[]))${words.join('')}`;
  return { table: `"${layoutOf(ctx.manager, type.target).metadata.tablePath}"`, title, where };
}

/** As the type says; what lies in other tables cannot order rows. */
function orderOf(ctx: Ctx, type: ContentType): string {
  const declared = type.order.flatMap((name) => {
    const column = columnOf(ctx, type, name.replace(/^-/, ''));
    return column ? [name.startsWith('-') ? `${column} DESC NULLS LAST` : column] : [];
  });
  return [...declared, 't.id'].join(', ');
}

function columnOf(ctx: Ctx, type: ContentType, name: string): string | null {
  const { metadata, columns } = layoutOf(ctx.manager, type.target);
  const own = columns.find(({ field }) => field.name === name)?.column ?? metadata.findColumnWithPropertyName(name);
  return own ? `t."${own.databaseName}"` : null;
}

function rowOf(type: ContentType, row: RawRow, can: RecordPermissions): RecordRow {
  const title = titleOf(type, row.id, { [type.titleField]: row.title });
  return { id: row.id, uuid: row.uuid, title, updatedAt: row.updatedAt.toISOString(), state: stateOf(row), can };
}
