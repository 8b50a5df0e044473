import { Injectable } from '@nestjs/common';
import { Action, Hooks, newUuid, type Ctx, type WriteCtx } from '@pipit/kernel';
import { User } from '../accounts/user.entity.js';
import { userActor, userSubject } from '../accounts/user-actor.js';
import { invalidCredentials } from '../errors.js';
import { daysFromNow, issueRefreshToken } from '../sessions/issue-refresh-token.js';
import { Session } from '../sessions/session.entity.js';
import type { LiveSession } from '../sessions/signed-in.js';
import { UsersConfig } from '../users.options.js';
import { SignedIn } from '../events.js';
import { BeforeSignIn } from '../hooks.js';

/** Opens a session for somebody whose credentials have just been checked. */
@Injectable()
export class StartSession extends Action<{ userId: number }, LiveSession> {
  constructor(
    private readonly config: UsersConfig,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  /** The person signing in is who the audit log names, not the stranger who asked. */
  override async run(ctx: Ctx, input: { userId: number }): Promise<LiveSession> {
    const user = await ctx.manager.findOneBy(User, { id: input.userId });
    if (!user) throw invalidCredentials('The address or the password is not right.');
    return super.run({ ...ctx, actor: userActor(user) }, input);
  }

  protected async perform(ctx: WriteCtx, { userId }: { userId: number }): Promise<LiveSession> {
    const user = await ctx.manager.findOneByOrFail(User, { id: userId });
    if (!user.isActive) throw invalidCredentials('The address or the password is not right.');
    await this.hooks.run(new BeforeSignIn(ctx, user));
    const { agent = '', address = '' } = ctx.client ?? {};
    const expiresAt = daysFromNow(this.config.sessionMaxDays);
    const session = { id: newUuid(), userId, expiresAt, agent, address: address.slice(0, 64) };
    await ctx.manager.insert(Session, session);
    const refreshToken = await issueRefreshToken(ctx.manager, session, this.config.sessionIdleDays);
    await ctx.manager.update(User, userId, { lastLoginAt: new Date() });
    ctx.record({ action: 'user.login', subject: userSubject(user) });
    ctx.emit(new SignedIn(userId));
    return { sessionId: session.id, user, refreshToken };
  }
}
