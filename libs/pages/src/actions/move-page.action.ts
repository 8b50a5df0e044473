import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, invalid, type WriteCtx } from '@pipit/kernel';
import { PageTypes } from '../content/page-types.js';
import { PageMoved } from '../events.js';
import { BeforeMove } from '../hooks.js';
import { Page } from '../page.entity.js';
import { PageTree } from '../tree/page-tree.js';
import { PageUrls } from '../tree/page-urls.js';
import { requireFreeSlug } from '../tree/slugs.js';
import { TreeRules } from '../tree/tree-rules.js';
import { PageAccess } from './page-access.js';
import { auditSubject } from './page-writer.js';
import { SubtreeRights } from './subtree-rights.js';

/** Where to. */
export interface MovePageInput {
  readonly pageId: number;
  readonly parentId: number;
  /** The sibling in front of which it is to stand; null: behind the last. */
  readonly before: number | null;
}

/** Moves a page and all below it, or puts it elsewhere among its siblings. */
@Injectable()
export class MovePage extends Action<MovePageInput, Page> {
  constructor(
    private readonly access: PageAccess,
    private readonly policy: Policy,
    private readonly rights: SubtreeRights,
    private readonly types: PageTypes,
    private readonly rules: TreeRules,
    private readonly tree: PageTree,
    private readonly urls: PageUrls,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { pageId, parentId, before }: MovePageInput): Promise<Page> {
    await this.tree.lockForMove(ctx);
    const page = await this.access.take(ctx, pageId, 'page.edit');
    const stays = page.parentId === parentId;
    const parent = await this.access.takeParent(ctx, parentId, stays ? 'page.publish' : 'page.add');
    if (!stays) {
      const { live } = await this.rights.require(ctx, page, 'page.edit');
      if (live) await this.policy.require(ctx, 'page.publish', { kind: 'page', path: parent.path });
    }
    await this.rules.require(ctx, this.types.of(page), parent, page);
    if (before !== null) await requireSibling(ctx, parentId, before, page.id);
    await requireFreeSlug(ctx, parentId, page.slug, page.id);
    await this.hooks.run(new BeforeMove(ctx, page, parent));
    const moved = await this.tree.move(ctx, pageId, parentId, before);
    await this.urls.refresh(ctx, moved);
    const data = { from: page.parentId, to: parentId, urlPath: moved.urlPath };
    ctx.record({ action: 'page.move', subject: auditSubject(moved), data });
    ctx.emit(new PageMoved(moved));
    return moved;
  }
}

async function requireSibling(ctx: WriteCtx, parentId: number, before: number, pageId: number): Promise<void> {
  if (before !== pageId && (await ctx.manager.existsBy(Page, { id: before, parentId }))) return;
  const message = 'The page in front of which it is to stand is not there.';
  throw invalid(message, [{ path: '/before', code: 'no_sibling', message }]);
}
