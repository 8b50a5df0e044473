import { Injectable } from '@nestjs/common';
import { Action, type WriteCtx } from '@pipit/kernel';
import { BulkKinds } from '../bulk-kinds.js';
import { BulkOperations } from '../queries/bulk-operations.js';

/** Stops an operation. What is done stays done. */
@Injectable()
export class CancelBulk extends Action<{ readonly id: string }, void> {
  constructor(
    private readonly kinds: BulkKinds,
    private readonly operations: BulkOperations,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { id }: { readonly id: string }): Promise<void> {
    const { kind, total } = await this.operations.get(ctx, id);
    await ctx.manager.query(
      `UPDATE bulk_operation SET state = 'cancelled', finished_at = now() WHERE id = $1 AND state IN ('waiting', 'running')`,
      [id],
    );
    const label = `${this.kinds.find(kind)?.label ?? kind}: ${total}`;
    ctx.record({ action: 'bulk.cancel', subject: { type: 'bulk', id, label } });
  }
}
