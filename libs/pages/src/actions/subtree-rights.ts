import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { actorUserId, type WriteCtx } from '@pipit/kernel';
import type { Page } from '../page.entity.js';
import { subtreeRange } from '../tree/paths.js';
import { PageAccess } from './page-access.js';

/** Permissions of operations that concern a page and all below it. */
@Injectable()
export class SubtreeRights {
  constructor(
    private readonly access: PageAccess,
    private readonly policy: Policy,
  ) {}

  /**
   * Refuses who lacks the permission on any of the pages. Grants reach down the tree, so only what having made a page
   * allows has to be asked of each: below one's own there may be pages of others. `path` is where it is asked for;
   * default: where the page stands.
   */
  async require(ctx: WriteCtx, page: Page, permission: 'page.edit' | 'page.delete', path = page.path): Promise<void> {
    await this.access.requireOn(ctx, { ...page, path }, permission);
    const target = { kind: 'page', path } as const;
    if (await this.policy.can(ctx, permission, target)) return;
    const { from, to } = subtreeRange(page.path);
    const foreign: unknown[] = await ctx.manager.query(
      'SELECT 1 FROM page WHERE path >= $1 AND path < $2 AND owner_id IS DISTINCT FROM $3 LIMIT 1',
      [from, to, actorUserId(ctx.actor)],
    );
    if (foreign.length > 0) await this.policy.require(ctx, permission, target);
  }

  /** Refuses who may not publish at `path`, when readers see any of the pages. */
  async requireForLive(ctx: WriteCtx, page: Page, paths: readonly string[], recursive = true): Promise<void> {
    const { from, to } = subtreeRange(page.path);
    const live: unknown[] = await ctx.manager.query(
      'SELECT 1 FROM page WHERE path >= $1 AND path < $2 AND live AND ($3 OR id = $4) LIMIT 1',
      [from, to, recursive, page.id],
    );
    if (live.length === 0) return;
    for (const path of paths) await this.policy.require(ctx, 'page.publish', { kind: 'page', path });
  }
}
