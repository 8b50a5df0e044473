import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, type WriteCtx } from '@pipit/kernel';
import { MovePage } from '../actions/move-page.action.js';

/** From where to where. */
export interface MoveChildrenInput {
  readonly fromId: number;
  readonly toId: number;
}

/** Moves all children of a page below another, in their order: all of them or none. */
@Injectable()
export class MoveChildren extends Action<MoveChildrenInput, { readonly pages: number }> {
  constructor(
    private readonly movePage: MovePage,
    private readonly policy: Policy,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { fromId, toId }: MoveChildrenInput): Promise<{ pages: number }> {
    await this.policy.require(ctx, 'page.add');
    const children: { id: number }[] = await ctx.manager.query(
      'SELECT id FROM page WHERE parent_id = $1 ORDER BY path',
      [fromId],
    );
    // Also when there is nothing to move it has to be allowed to ask, and to be on record.
    const subject = { type: 'page', id: toId, label: String(toId) };
    ctx.record({ action: 'page.moveChildren', subject, data: { from: fromId, pages: children.length } });
    for (const { id } of children) await this.movePage.run(ctx, { pageId: id, parentId: toId, before: null });
    return { pages: children.length };
  }
}
