import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { KEPT, editConflict, type Ctx, type WriteCtx } from '@pipit/kernel';
import { Locks } from '@pipit/revisions';
import { pageIsAlias, pageNotFound } from '../errors.js';
import { PageConflicts } from '../versions/page-conflicts.js';
import { Page } from '../page.entity.js';
import { SharedFields } from '../translations/shared-fields.js';
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
    private readonly shared: SharedFields,
  ) {}

  /**
   * The page, its row locked until the commit. Refuses roots, the trash, callers without the permission, and whom an
   * editor's lock keeps out.
   */
  async take(ctx: WriteCtx, id: number, permission: string): Promise<Page> {
    await this.tree.lockFor(ctx, id);
    const page = await this.lockRow(ctx, id);
    if (page.parentId === null) throw pageNotFound(id);
    await this.requireOn(ctx, page, permission);
    if (permission === 'page.edit' || permission === 'page.publish') await this.requireOwnContent(ctx, page);
    await this.requireUnlocked(ctx, page);
    return page;
  }

  /** A page that is to stand elsewhere: mirrors may, though they cannot be edited. */
  async takeToMove(ctx: WriteCtx, id: number): Promise<Page> {
    const page = await this.takeLocked(ctx, id);
    await this.requireOn(ctx, page, 'page.edit');
    await this.requireUnlocked(ctx, page);
    return page;
  }

  /** Refuses whom an editor's lock keeps out. */
  requireUnlocked(ctx: WriteCtx, page: Page): Promise<void> {
    return this.locks.require(ctx, page, page.draftTitle);
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
    await this.require(ctx, page, permission);
    return page;
  }

  /**
   * The same for a new page that the parent alone does not decide about: moves are kept out, and the row is left to
   * others until the page is put there ({@link PageTree.insert}), as many may be adding pages below it.
   */
  async seeParent(ctx: WriteCtx, id: number, permission: string): Promise<Page> {
    await this.tree.lockForWrite(ctx);
    const page = await ctx.manager.findOne(Page, { where: { id }, relations: { locale: true }, comment: KEPT });
    if (!page || page.path.startsWith(TRASH_PATH)) throw pageNotFound(id);
    await this.require(ctx, page, permission);
    return page;
  }

  /** Refuses when somebody saved since the caller read the page, and hands over what they saved. */
  async requireBase(ctx: WriteCtx, page: Page, baseRevisionId: number | null): Promise<void> {
    if (page.latestRevisionId === baseRevisionId || page.latestRevisionId === null) return;
    const { detail, current } = await this.conflicts.newest(ctx, page);
    throw editConflict(detail, [], { current });
  }

  /** Refuses mirrors, and says whom they mirror. */
  async requireOwnContent(ctx: Ctx, { aliasOfId }: Page): Promise<void> {
    if (aliasOfId === null) return;
    const rows: { title: string }[] = await ctx.manager.query('SELECT draft_title AS title FROM page WHERE id = $1', [
      aliasOfId,
    ]);
    const title = rows[0]?.title ?? '';
    const detail = `This page mirrors “${title}”. Change that one, or turn this into a page of its own.`;
    throw pageIsAlias(detail, [], { aliasOf: { id: aliasOfId, title } });
  }

  private async lock(ctx: WriteCtx, id: number): Promise<Page> {
    await this.tree.lockForWrite(ctx);
    return this.lockRow(ctx, id);
  }

  /** The tree being locked. */
  private async lockRow(ctx: WriteCtx, id: number): Promise<Page> {
    await this.shared.lockSet(ctx, id);
    const page = await this.tree.findAndLock(ctx, id);
    if (!page || page.path.startsWith(TRASH_PATH)) throw pageNotFound(id);
    return page;
  }

  /**
   * Whoever may add pages may also edit and delete what they made, as in Wagtail: while readers do not see it, or with
   * the right to publish it.
   */
  async requireOn(ctx: Ctx, page: Pick<Page, 'id' | 'path' | 'ownerId' | 'live'>, permission: string): Promise<void> {
    const target = { kind: 'page', path: page.path } as const;
    const made = ctx.actor.kind === 'user' && page.ownerId === ctx.actor.userId;
    if (made && (permission === 'page.edit' || permission === 'page.delete')) {
      const open = !page.live || (await this.policy.can(ctx, 'page.publish', target));
      if (open && (await this.policy.can(ctx, 'page.add', target))) return;
    }
    await this.require(ctx, page, permission);
  }

  /** Refuses who lacks the permission. Who has nothing to do with the page, nor with any below it, is told of none. */
  async require(ctx: Ctx, { id, path }: Pick<Page, 'id' | 'path'>, permission: string): Promise<void> {
    const target = { kind: 'page', path } as const;
    if (await this.policy.can(ctx, permission, target)) return;
    if (ctx.actor.kind === 'user' && !(await this.policy.isInSight(ctx, target))) throw pageNotFound(id);
    await this.policy.require(ctx, permission, target);
  }
}
