import type { ContentType } from '@pipit/content-types';
import { notFound, type Ctx, type WriteCtx } from '@pipit/kernel';
import { In, type EntityTarget, type FindOneOptions } from 'typeorm';
import { rowColumns, type SnippetRow } from '../snippet-row.js';

/** The snippet's row, locked until the commit. */
export function lockSnippet(ctx: WriteCtx, type: ContentType, id: number): Promise<SnippetRow> {
  return read(ctx, type, id, { lock: { mode: 'pessimistic_write' } });
}

/** The snippet's row. */
export function findSnippet(ctx: Ctx, type: ContentType, id: number): Promise<SnippetRow> {
  return read(ctx, type, id, {});
}

/** Some snippets' rows; those that do not exist are missing. */
export function findSnippets(ctx: Ctx, type: ContentType, ids: readonly number[]): Promise<SnippetRow[]> {
  return ctx.manager.find(type.target as EntityTarget<SnippetRow>, {
    where: { id: In([...ids]) },
    select: rowColumns(type),
  });
}

async function read(ctx: Ctx, type: ContentType, id: number, options: FindOneOptions<SnippetRow>): Promise<SnippetRow> {
  const row = await ctx.manager.findOne(type.target as EntityTarget<SnippetRow>, {
    where: { id },
    select: rowColumns(type),
    ...options,
  });
  if (!row) throw notFound(`There is no ${type.label} ${id}.`);
  return row;
}
