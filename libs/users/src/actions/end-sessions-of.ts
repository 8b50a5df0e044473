import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, type WriteCtx } from '@pipit/kernel';
import { Mastery } from '../accounts/mastery.js';
import { userSubject } from '../accounts/user-actor.js';
import { SignedOut } from '../events.js';
import { takeUser } from '../queries/accounts.js';
import { Session } from '../sessions/session.entity.js';

/** Signs somebody out on every device, as whoever manages accounts may. */
@Injectable()
export class EndSessionsOf extends Action<{ userId: number }, void> {
  constructor(
    private readonly policy: Policy,
    private readonly mastery: Mastery,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { userId }: { userId: number }): Promise<void> {
    await this.policy.require(ctx, 'user.manage');
    const user = await takeUser(ctx, userId);
    await this.mastery.require(ctx, user);
    await ctx.manager.delete(Session, { userId });
    ctx.record({ action: 'user.endSessions', subject: userSubject(user) });
    ctx.emit(new SignedOut(userId));
  }
}
