import { Injectable } from '@nestjs/common';
import { Action, type WriteCtx } from '@pipit/kernel';
import { userSubject } from '../accounts/user-actor.js';
import { getUser } from '../queries/accounts.js';
import { SignedOut } from '../events.js';
import { Session } from '../sessions/session.entity.js';

/** Ends a session at its owner's wish; its refresh tokens and access tokens are worth nothing from then on. */
@Injectable()
export class EndSession extends Action<Session, void> {
  protected async perform(ctx: WriteCtx, { id, userId }: Session): Promise<void> {
    const user = await getUser(ctx, userId);
    await ctx.manager.delete(Session, id);
    ctx.record({ action: 'user.logout', subject: userSubject(user) });
    ctx.emit(new SignedOut(userId));
  }
}
