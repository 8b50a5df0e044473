import { Injectable } from '@nestjs/common';
import { BulkAction, type BulkTarget, type WriteCtx } from '@pipit/cms';
import { Subscriber } from '../subscriber.entity.js';

/** A bulk action: offered above the list of subscribers. */
@Injectable()
export class StopMail {
  @BulkAction({ name: 'stop-mail', label: 'Stop sending mail', types: ['newsletter.Subscriber'] })
  async stop(ctx: WriteCtx, { id }: BulkTarget): Promise<void> {
    await ctx.manager.update(Subscriber, { id: Number(id) }, { active: false });
  }
}
