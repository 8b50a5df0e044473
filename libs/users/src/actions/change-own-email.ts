import { Injectable } from '@nestjs/common';
import { Action, Hooks, type WriteCtx } from '@pipit/kernel';
import { emailKey } from '../accounts/email.js';
import { requireFreeAddress } from '../accounts/require-free-address.js';
import { userActor, userSubject } from '../accounts/user-actor.js';
import { User } from '../accounts/user.entity.js';
import { UserEdited } from '../events.js';
import { BeforeUserEdit } from '../hooks.js';
import { MailJobs } from '../mail/mail-jobs.js';
import { OneTimeTokens, over } from '../one-time/one-time-tokens.js';
import { getCurrentUser, takeUser } from '../queries/accounts.js';
import { Confirmation } from '../sessions/confirmation.js';

/** Asks for another address of one's own, or to prove the present one: a link goes there, and nothing changes before it is used. */
@Injectable()
export class AskForEmail extends Action<{ email: string }, void> {
  constructor(
    private readonly confirmation: Confirmation,
    private readonly mails: MailJobs,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { email }: { email: string }): Promise<void> {
    const user = await getCurrentUser(ctx);
    await this.confirmation.require(ctx);
    await requireFreeAddress(ctx, email, user.id);
    await this.mails.proveEmail(ctx, user.id, email.trim());
    ctx.record({ action: 'user.askForEmail', subject: userSubject(user) });
  }
}

/** Takes the address over that a link was sent to. The former one is told. */
@Injectable()
export class ConfirmEmail extends Action<{ token: string }, void> {
  constructor(
    private readonly tokens: OneTimeTokens,
    private readonly hooks: Hooks,
    private readonly mails: MailJobs,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { token }: { token: string }): Promise<void> {
    const { userId, email } = await this.tokens.redeem(ctx, 'email', token);
    const user = await takeUser(ctx, userId);
    if (email === null || !user.isActive) throw over();
    await requireFreeAddress(ctx, email, userId);
    const values = { email, emailKey: emailKey(email), emailVerifiedAt: new Date() };
    await this.hooks.run(new BeforeUserEdit({ ...ctx, actor: userActor(user) }, user, values));
    if (user.email !== email) await this.mails.addressChanged(ctx, user);
    await ctx.manager.update(User, userId, values);
    ctx.record({ action: 'user.confirmEmail', subject: userSubject({ ...user, email }) });
    ctx.emit(new UserEdited(userId));
  }
}
