import { Injectable } from '@nestjs/common';
import { Action, notFound, type WriteCtx } from '@pipit/kernel';
import { userSubject } from '../accounts/user-actor.js';
import { SignedOut } from '../events.js';
import { getCurrentUser } from '../queries/accounts.js';
import { endOtherSessions } from '../sessions/end-other-sessions.js';
import { Session } from '../sessions/session.entity.js';

/** Signs oneself out on one device, or on all but this one. Sessions of others are as if they were not there. */
@Injectable()
export class EndOwnSession extends Action<{ sessionId: string | null }, void> {
  protected async perform(ctx: WriteCtx, { sessionId }: { sessionId: string | null }): Promise<void> {
    const user = await getCurrentUser(ctx);
    if (sessionId === null) await endOtherSessions(ctx, user.id);
    else {
      const { affected } = await ctx.manager.delete(Session, { id: sessionId, userId: user.id });
      if (affected !== 1) throw notFound('There is no such session.');
    }
    ctx.record({ action: 'user.endSession', subject: userSubject(user), data: { all: sessionId === null } });
    ctx.emit(new SignedOut(user.id));
  }
}
