import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, type WriteCtx } from '@pipit/kernel';
import { Mastery } from '../accounts/mastery.js';
import { userSubject } from '../accounts/user-actor.js';
import { User } from '../accounts/user.entity.js';
import { UserActivated, UserSuspended } from '../events.js';
import { BeforeUserActivate, BeforeUserSuspend } from '../hooks.js';
import { OneTimeToken } from '../one-time/one-time-token.entity.js';
import { takeUser } from '../queries/accounts.js';
import { Session } from '../sessions/session.entity.js';

/** Suspends an account, which ends its sessions at once and voids its links, or lets its person in again. */
@Injectable()
export class SetUserActive extends Action<{ userId: number; isActive: boolean }, User> {
  constructor(
    private readonly policy: Policy,
    private readonly mastery: Mastery,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { userId, isActive }: { userId: number; isActive: boolean }): Promise<User> {
    await this.policy.require(ctx, 'user.manage');
    const user = await takeUser(ctx, userId);
    await this.mastery.require(ctx, user);
    this.mastery.requireSomebodyElse(ctx, user, 'Nobody suspends themselves.');
    if (!isActive) await this.mastery.requireAnotherAdministrator(ctx, user);
    await this.hooks.run(isActive ? new BeforeUserActivate(ctx, user) : new BeforeUserSuspend(ctx, user));
    await ctx.manager.update(User, userId, { isActive });
    if (!isActive) {
      await ctx.manager.delete(Session, { userId });
      await ctx.manager.delete(OneTimeToken, { userId });
    }
    ctx.record({ action: isActive ? 'user.activate' : 'user.suspend', subject: userSubject(user) });
    ctx.emit(isActive ? new UserActivated(userId) : new UserSuspended(userId));
    return { ...user, isActive };
  }
}
