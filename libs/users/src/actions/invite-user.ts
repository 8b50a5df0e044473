import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, invalid, type WriteCtx } from '@pipit/kernel';
import { Mastery } from '../accounts/mastery.js';
import { userSubject } from '../accounts/user-actor.js';
import { User } from '../accounts/user.entity.js';
import { UserInvited } from '../events.js';
import { BeforeUserInvite } from '../hooks.js';
import { MailJobs } from '../mail/mail-jobs.js';
import { OneTimeTokens } from '../one-time/one-time-tokens.js';
import { takeUser } from '../queries/accounts.js';

/** How an invitation gets to somebody: by mail, or as a link that whoever invites hands over. */
export const INVITE_BY = ['mail', 'link'] as const;
export type InviteBy = (typeof INVITE_BY)[number];

/** An invitation. */
export interface Invitation {
  readonly by: InviteBy;
  /** Told once, where it was asked for as a link. */
  readonly url: string | null;
  readonly expiresAt: Date | null;
}

/** Invites somebody who has no password yet to choose one. A former invitation is void. */
@Injectable()
export class InviteUser extends Action<{ userId: number; by: InviteBy }, Invitation> {
  constructor(
    private readonly policy: Policy,
    private readonly mastery: Mastery,
    private readonly hooks: Hooks,
    private readonly tokens: OneTimeTokens,
    private readonly mails: MailJobs,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { userId, by }: { userId: number; by: InviteBy }): Promise<Invitation> {
    await this.policy.require(ctx, 'user.manage');
    const user = await takeUser(ctx, userId);
    await this.mastery.require(ctx, user);
    await requireInvitable(ctx, user);
    await this.hooks.run(new BeforeUserInvite(ctx, user));
    ctx.record({ action: 'user.invite', subject: userSubject(user), data: { by } });
    ctx.emit(new UserInvited(userId));
    if (by === 'mail') {
      await this.mails.invite(ctx, userId);
      return { by, url: null, expiresAt: null };
    }
    const { secret, expiresAt } = await this.tokens.issue(ctx.manager, 'invitation', userId);
    return { by, url: this.mails.linkTo('invitation', secret), expiresAt };
  }
}

/** Whoever has a password would lose it to whoever gets the link. */
async function requireInvitable(ctx: WriteCtx, { id, isActive }: User): Promise<void> {
  const isInvited = await ctx.manager
    .createQueryBuilder(User, 'account')
    .where('account.id = :id AND account.passwordHash IS NULL', { id })
    .getExists();
  if (isInvited && isActive) return;
  throw invalid(isActive ? 'This person has a password already.' : 'This account is suspended.', [
    { path: '/by', code: 'not_invitable', message: 'Only active accounts without a password are invited.' },
  ]);
}
