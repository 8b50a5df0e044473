import { Injectable } from '@nestjs/common';
import { Action, invalid, type WriteCtx } from '@pipit/cms';
import { Subscriber } from './subscriber.entity.js';

/** Subscribes an address; one that is subscribed stays so. Whoever asks learns nothing about who else is. */
@Injectable()
export class Subscribe extends Action<{ readonly email: string }, void> {
  protected async perform(ctx: WriteCtx, input: { readonly email: string }): Promise<void> {
    const email = input.email.trim().toLowerCase();
    if (!/^[^@\s]+@[^@\s]+$/.test(email) || email.length > 254) {
      const message = 'Write an address such as ada@example.org.';
      throw invalid(message, [{ path: '/email', code: 'email', message }]);
    }
    await ctx.manager.upsert(Subscriber, { email, active: true }, ['email']);
    const { id } = await ctx.manager.findOneByOrFail(Subscriber, { email });
    ctx.record({ action: 'newsletter.subscribe', subject: { type: 'newsletter.Subscriber', id, label: email } });
  }
}
