import { Injectable } from '@nestjs/common';
import { Action, Hooks, invalid, type WriteCtx } from '@pipit/kernel';
import { PageTypes } from '../content/page-types.js';
import { PageMoved } from '../events.js';
import { BeforeMove } from '../hooks.js';
import { Page, ROOT_ID } from '../page.entity.js';
import { PageTree } from '../tree/page-tree.js';
import { PageUrls } from '../tree/page-urls.js';
import { requireFreeSlug } from '../tree/slugs.js';
import { TreeRules } from '../tree/tree-rules.js';
import { TreeSync } from '../translations/tree-sync.js';
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
    private readonly rights: SubtreeRights,
    private readonly types: PageTypes,
    private readonly rules: TreeRules,
    private readonly tree: PageTree,
    private readonly urls: PageUrls,
    private readonly hooks: Hooks,
    private readonly trees: TreeSync,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { pageId, parentId, before }: MovePageInput): Promise<Page> {
    await this.tree.lockForMove(ctx);
    const page = await this.access.takeLocked(ctx, pageId);
    await this.access.requireUnlocked(ctx, page);
    const parent =
      page.parentId === parentId
        ? await this.access.takeParent(ctx, parentId, 'page.publish')
        : await this.takeNewParent(ctx, page, parentId);
    await this.rules.require(ctx, this.types.of(page), parent, page);
    if (before !== null) await requireSibling(ctx, parentId, before, page.id);
    await requireFreeSlug(ctx, parentId, page.slug, page.id);
    await this.hooks.run(new BeforeMove(ctx, page, parent));
    const former = page.parentId === parentId ? parent : await this.tree.get(ctx, page.parentId!);
    const moved = await this.tree.move(ctx, pageId, parentId, before);
    await this.urls.refresh(ctx, moved);
    const data = { from: page.parentId, to: parentId, urlPath: moved.urlPath };
    ctx.record({ action: 'page.move', subject: auditSubject(moved), data });
    ctx.emit(new PageMoved(moved));
    await this.trees.moved(ctx, moved, former, parent);
    return moved;
  }

  /** Taking it away needs the right to edit it, putting it there that to add; both that to publish when readers see it. */
  private async takeNewParent(ctx: WriteCtx, { id }: Page, parentId: number): Promise<Page> {
    const page = await this.access.takeToMove(ctx, id);
    await this.rights.require(ctx, page, 'page.edit');
    const parent = await this.access.takeParent(ctx, parentId, 'page.add');
    await this.rights.requireForLive(ctx, page, [page.path, parent.path]);
    requireSameLocale(page, parent);
    return parent;
  }
}

function requireSameLocale(page: Page, parent: Page): void {
  if (parent.id === ROOT_ID || parent.localeId === page.localeId) return;
  const message = 'This is a tree of another language. Translate the page instead.';
  throw invalid(message, [{ path: '/parentId', code: 'other_locale', message }]);
}

async function requireSibling(ctx: WriteCtx, parentId: number, before: number, pageId: number): Promise<void> {
  if (before !== pageId && (await ctx.manager.existsBy(Page, { id: before, parentId }))) return;
  const message = 'The page in front of which it is to stand is not there.';
  throw invalid(message, [{ path: '/before', code: 'no_sibling', message }]);
}
