import { Injectable } from '@nestjs/common';
import type { WriteCtx } from '@pipit/kernel';
import { Locks } from '@pipit/revisions';
import type { Page } from '../page.entity.js';
import { subtreeRange } from '../tree/paths.js';

type LockedPage = Pick<Page, 'draftTitle' | 'locked' | 'lockedById' | 'lockedAt'>;

/** Keeps a locked page from going with a page above it. */
@Injectable()
export class LocksBelow {
  constructor(private readonly locks: Locks) {}

  /** Refuses when a page below is locked for the acting person, and says which one. */
  async require(ctx: WriteCtx, page: Page): Promise<void> {
    const { to } = subtreeRange(page.path);
    const found: LockedPage[] = await ctx.manager.query(
      `SELECT p.draft_title AS "draftTitle", p.locked, p.locked_by_id AS "lockedById", p.locked_at AS "lockedAt"
         FROM page p WHERE p.path > $1 AND p.path < $2 AND ${this.locks.heldSql(ctx, 'p')}
        ORDER BY p.path LIMIT 1`,
      [page.path, to],
    );
    for (const held of found) await this.locks.require(ctx, held, held.draftTitle);
  }
}
