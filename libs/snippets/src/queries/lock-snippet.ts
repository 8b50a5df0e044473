import type { ContentType } from '@pipit/content-types';
import { notFound, type WriteCtx } from '@pipit/kernel';
import type { EntityTarget } from 'typeorm';
import type { SnippetContent } from '../snippet-content.js';

/** The snippet's row, locked until the commit. */
export async function lockSnippet(ctx: WriteCtx, type: ContentType, id: number): Promise<SnippetContent> {
  const row = await ctx.manager.findOne(type.target as EntityTarget<SnippetContent>, {
    where: { id },
    select: { id: true, uuid: true, version: true },
    lock: { mode: 'pessimistic_write' },
  });
  if (!row) throw notFound(`There is no ${type.label} ${id}.`);
  return row;
}
