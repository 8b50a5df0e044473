import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Policy } from '@pipit/access';
import type { EntityId } from '@pipit/content-types';
import { actorUserId, type Ctx } from '@pipit/kernel';
import { SourceReaders, type SourceName, type SourceReader } from '@pipit/references';
import { TRASH_PATH } from '../tree/roots.js';

/** Whoever may do one of these with a page knows of it. */
const SEEN_WITH = ['page.add', 'page.edit', 'page.publish', 'page.delete'];

/** Tells who may know that a page points at something, and what the page is called. */
@Injectable()
export class PageSources implements SourceReader, OnModuleInit {
  constructor(
    private readonly readers: SourceReaders,
    private readonly policy: Policy,
  ) {}

  onModuleInit(): void {
    this.readers.register(this);
  }

  handles(type: string): boolean {
    return type === 'page';
  }

  async visible(ctx: Ctx, _type: string, params: unknown[]): Promise<string> {
    const mark = params.length;
    const seen: string[] = [];
    for (const permission of SEEN_WITH) {
      seen.push(await this.policy.predicate(ctx, permission, { kind: 'page', alias: 'p' }, params));
    }
    if (seen.includes('TRUE')) {
      // Postgres refuses parameters that do not occur in the statement.
      params.length = mark;
      return 'TRUE';
    }
    params.push(actorUserId(ctx.actor));
    const own = `(p.owner_id = $${params.length}::int AND p.first_published_at IS NULL)`;
    return `EXISTS (SELECT FROM page p WHERE p.id = use.source_id AND (${[...seen, own].join(' OR ')}))`;
  }

  async names(ctx: Ctx, _type: string, ids: readonly EntityId[]): Promise<ReadonlyMap<EntityId, SourceName>> {
    const rows: { id: number; title: string; inTrash: boolean }[] = await ctx.manager.query(
      `SELECT id, draft_title AS title, path >= $2 AS "inTrash" FROM page WHERE id = ANY($1::int[])`,
      [ids, TRASH_PATH],
    );
    return new Map(rows.map(({ id, title, inTrash }) => [id, { title, inTrash }]));
  }
}
