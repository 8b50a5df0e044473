import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { editConflict, type Ctx, type WriteCtx } from '@pipit/kernel';
import { Locks } from '@pipit/revisions';
import { pageNotFound } from '../errors.js';
import { PageConflicts } from '../versions/page-conflicts.js';
import type { Page } from '../page.entity.js';
import { PageTree } from '../tree/page-tree.js';
import { TRASH_PATH } from '../tree/roots.js';

/** How actions get the page they work on: locked, permitted, and in the state the caller saw. */
@Injectable()
export class PageAccess {
  constructor(
    private readonly tree: PageTree,
    private readonly policy: Policy,
    private readonly conflicts: PageConflicts,
    private readonly locks: Locks,
  ) {}

  /**
   * The page, its row locked until the commit. Refuses roots, the trash, callers without the permission, and whom an
   * editor's lock keeps out.
   */
  async take(ctx: WriteCtx, id: number, permission: string): Promise<Page> {
    const page = await this.takeLocked(ctx, id);
    await this.requireOn(ctx, page, permission);
    await this.locks.require(ctx, page, page.draftTitle);
    return page;
  }

  /** The same whoever has locked it; the caller asks for permissions. */
  async takeLocked(ctx: WriteCtx, id: number): Promise<Page> {
    const page = await this.lock(ctx, id);
    if (page.parentId === null) throw pageNotFound(id);
    return page;
  }

  /** A parent for a new or moved page. The tree's root is one, as site roots stand below it. */
  async takeParent(ctx: WriteCtx, id: number, permission: string): Promise<Page> {
    const page = await this.lock(ctx, id);
    await this.policy.require(ctx, permission, { kind: 'page', path: page.path });
    return page;
  }

  /** Refuses when somebody saved since the caller read the page, and hands over what they saved. */
  async requireBase(ctx: WriteCtx, page: Page, baseRevisionId: number | null): Promise<void> {
    if (page.latestRevisionId === baseRevisionId || page.latestRevisionId === null) return;
    const { detail, current } = await this.conflicts.newest(ctx, page);
    throw editConflict(detail, [], { current });
  }

  private async lock(ctx: WriteCtx, id: number): Promise<Page> {
    await this.tree.lockForWrite(ctx);
    const page = await this.tree.findAndLock(ctx, id);
    if (!page || page.path.startsWith(TRASH_PATH)) throw pageNotFound(id);
    return page;
  }

  /** Whoever may add pages may also edit and delete what they made and nobody published, as in Wagtail. */
  async requireOn(
    ctx: Ctx,
    page: Pick<Page, 'path' | 'ownerId' | 'firstPublishedAt'>,
    permission: string,
  ): Promise<void> {
    const target = { kind: 'page', path: page.path } as const;
    const ownDraft = ctx.actor.kind === 'user' && page.ownerId === ctx.actor.userId && page.firstPublishedAt === null;
    const own = ownDraft && (permission === 'page.edit' || permission === 'page.delete');
    if (own && (await this.policy.can(ctx, 'page.add', target))) return;
    await this.policy.require(ctx, permission, target);
  }
}
