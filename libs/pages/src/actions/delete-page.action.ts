import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, actorUserId, invalid, type WriteCtx } from '@pipit/kernel';
import { UsedIn } from '@pipit/references';
import { PageDeleted } from '../events.js';
import { BeforeDelete } from '../hooks.js';
import { LocksBelow } from '../locking/locks-below.js';
import { TRASH_ID } from '../page.entity.js';
import { TrashEntry } from '../trash/trash-entry.entity.js';
import { PageTree } from '../tree/page-tree.js';
import { PageUrls } from '../tree/page-urls.js';
import { subtreeRange } from '../tree/paths.js';
import { nameOf, pagesBelow } from '../references/subtree-things.js';
import { PageAccess } from './page-access.js';
import { auditSubject } from './page-writer.js';
import { SubtreeRights } from './subtree-rights.js';

/** What goes. */
export interface DeletePageInput {
  readonly pageId: number;
  /** Even when other content points at it or below it. What points there stays as it is and heals with a restore. */
  readonly force?: boolean;
}

/** Moves a page and all below it to the trash, from where it can be restored. */
@Injectable()
export class DeletePage extends Action<DeletePageInput, { readonly pages: number }> {
  constructor(
    private readonly access: PageAccess,
    private readonly policy: Policy,
    private readonly rights: SubtreeRights,
    private readonly tree: PageTree,
    private readonly urls: PageUrls,
    private readonly locks: LocksBelow,
    private readonly usedIn: UsedIn,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { pageId, force = false }: DeletePageInput): Promise<{ pages: number }> {
    await this.tree.lockForMove(ctx);
    const page = await this.access.take(ctx, pageId, 'page.delete');
    const { from, to } = subtreeRange(page.path);
    await this.rights.require(ctx, page, 'page.delete');
    // What readers see disappears, so the right to unpublish is needed too.
    await this.rights.requireForLive(ctx, page, [page.path]);
    if (page.childCount > 0) await this.policy.require(ctx, 'page.bulkDelete', { kind: 'page', path: page.path });
    const [found]: { pages: number; site: string | null }[] = await ctx.manager.query(
      `SELECT count(*)::int AS pages, min(s.hostname) AS site
         FROM page p LEFT JOIN site s ON s.root_page_id = p.id WHERE p.path >= $1 AND p.path < $2`,
      [from, to],
    );
    const { pages, site } = found!;
    if (site !== null)
      throw invalid(`“${page.draftTitle}” holds the home page of ${site}. Give the site another one first.`);
    await this.locks.require(ctx, page);
    if (!force) await this.usedIn.requireUnused(ctx, nameOf(page, pages), await pagesBelow(ctx, page));
    await this.hooks.run(new BeforeDelete(ctx, page));
    await ctx.manager.insert(TrashEntry, {
      pageId: page.id,
      formerParentId: page.parentId,
      formerSortKey: page.sortKey,
      deletedAt: new Date(),
      deletedById: actorUserId(ctx.actor),
    });
    const moved = await this.tree.move(ctx, page.id, TRASH_ID, null);
    await this.urls.refresh(ctx, moved);
    ctx.record({ action: 'page.delete', subject: auditSubject(page), data: { pages, urlPath: page.urlPath } });
    ctx.emit(new PageDeleted(page));
    return { pages };
  }
}
