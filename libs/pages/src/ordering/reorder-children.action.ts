import { Injectable } from '@nestjs/common';
import { Action, Hooks, invalid, type WriteCtx } from '@pipit/kernel';
import { PageAccess } from '../actions/page-access.js';
import { auditSubject } from '../actions/page-writer.js';
import { PageChildrenReordered } from '../events.js';
import { BeforeReorder } from '../hooks.js';
import type { Page } from '../page.entity.js';
import { ORDER_SQL, type PageOrder } from '../queries/page-orders.js';
import { PageTree } from '../tree/page-tree.js';

/** How children can be put in order once and for all. */
export const REORDER_BY = [
  'title',
  '-title',
  'updated',
  '-updated',
  'published',
  '-published',
] as const satisfies readonly PageOrder[];
export type ReorderBy = (typeof REORDER_BY)[number];

/** A new order: by a field, or by hand. */
export interface ReorderChildrenInput {
  readonly pageId: number;
  readonly order?: ReorderBy;
  /** Ids of children, first to last. Children that are not named follow in the order they have. */
  readonly ids?: readonly number[];
}

/**
 * Puts all children of a page into another order, in one write. Readers see it where menus and lists go by the tree's
 * order, so it needs the right to publish on the page. The rules of the tree are not asked: nothing changes its parent.
 */
@Injectable()
export class ReorderChildren extends Action<ReorderChildrenInput, Page> {
  constructor(
    private readonly access: PageAccess,
    private readonly tree: PageTree,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { pageId, order, ids }: ReorderChildrenInput): Promise<Page> {
    requireOne(order, ids);
    await this.tree.lockForMove(ctx);
    const parent = await this.access.takeParent(ctx, pageId, 'page.publish');
    const wanted = order ? await this.sorted(ctx, pageId, order) : await this.byHand(ctx, pageId, ids ?? []);
    await this.hooks.run(new BeforeReorder(ctx, parent, wanted));
    await this.tree.reorder(ctx, parent, wanted);
    const data = { children: wanted.length, order: order ?? null };
    ctx.record({ action: 'page.reorder', subject: auditSubject(parent), data });
    ctx.emit(new PageChildrenReordered(parent));
    return parent;
  }

  private sorted(ctx: WriteCtx, pageId: number, order: PageOrder): Promise<number[]> {
    return childIds(ctx, pageId, ORDER_SQL[order]);
  }

  private async byHand(ctx: WriteCtx, pageId: number, ids: readonly number[]): Promise<number[]> {
    const children = await childIds(ctx, pageId, ORDER_SQL.tree);
    const known = new Set(children);
    const strange = ids.findIndex((id, index) => !known.has(id) || ids.indexOf(id) < index);
    if (strange >= 0) {
      const message = known.has(ids[strange]!) ? 'This page is named twice.' : 'This page does not stand here.';
      throw invalid('The order names pages that are not there.', [
        { path: `/ids/${strange}`, code: 'no_child', message },
      ]);
    }
    const named = new Set(ids);
    return [...ids, ...children.filter((id) => !named.has(id))];
  }
}

function requireOne(order: unknown, ids: unknown): void {
  if ((order === undefined) !== (ids === undefined)) return;
  const message = 'Say either by what the children are sorted, or their ids in the wanted order.';
  throw invalid(message, [{ path: '/order', code: 'one_of', message }]);
}

async function childIds(ctx: WriteCtx, pageId: number, order: string): Promise<number[]> {
  const rows: { id: number }[] = await ctx.manager.query(
    `SELECT p.id FROM page p WHERE p.parent_id = $1 ORDER BY ${order}`,
    [pageId],
  );
  return rows.map(({ id }) => id);
}
