import { Injectable } from '@nestjs/common';
import { Action, unauthenticated, type Ctx, type WriteCtx } from '@pipit/kernel';
import { userSubject } from '../accounts/user-actor.js';
import { Credentials } from '../passwords/credentials.js';
import { getCurrentUser } from '../queries/accounts.js';
import type { Caller } from '../throttle/attempt.js';
import { Session } from '../sessions/session.entity.js';

/** Notes that whoever sits in this session knows the password at this moment. */
@Injectable()
export class ConfirmPassword extends Action<Caller & { password: string }, void> {
  constructor(private readonly credentials: Credentials) {
    super();
  }

  override async run(ctx: Ctx, input: Caller & { password: string }): Promise<void> {
    const { email } = await getCurrentUser(ctx);
    await this.credentials.check(ctx, { email, address: input.address, device: input.device ?? null }, input.password);
    return super.run(ctx, input);
  }

  protected async perform(ctx: WriteCtx): Promise<void> {
    const user = await getCurrentUser(ctx);
    const sessionId = ctx.actor.kind === 'user' ? ctx.actor.sessionId : undefined;
    if (sessionId === undefined) throw unauthenticated('Sign in first.');
    await ctx.manager.update(Session, sessionId, { confirmedAt: new Date() });
    ctx.record({ action: 'user.confirmPassword', subject: userSubject(user) });
  }
}
