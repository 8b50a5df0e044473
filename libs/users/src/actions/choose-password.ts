import { Injectable } from '@nestjs/common';
import { Action, Hooks, type Ctx, type WriteCtx } from '@pipit/kernel';
import { userSubject } from '../accounts/user-actor.js';
import { PasswordChanged } from '../events.js';
import { BeforePasswordChange } from '../hooks.js';
import { OneTimeTokens, over } from '../one-time/one-time-tokens.js';
import { MailJobs } from '../mail/mail-jobs.js';
import { User } from '../accounts/user.entity.js';
import { PasswordHashes } from '../passwords/password-hashes.js';
import { requireGoodPassword } from '../passwords/password-rules.js';
import { takeUser } from '../queries/accounts.js';
import type { Caller } from '../throttle/attempt.js';
import { LoginThrottle } from '../throttle/login-throttle.js';
import { storePassword } from './store-password.js';

/** A password chosen by way of a link. */
export interface RedeemLinkInput {
  readonly purpose: 'invitation' | 'reset';
  /** What stands behind the `#` of the link. */
  readonly token: string;
  readonly password: string;
}

/**
 * Stores the password somebody chose by way of a link, once, and ends every session of the account. It signs nobody in:
 * a second factor is asked for as ever.
 */
@Injectable()
export class ChoosePassword extends Action<RedeemLinkInput & { passwordHash: string }, User> {
  constructor(
    private readonly tokens: OneTimeTokens,
    private readonly hooks: Hooks,
    private readonly mails: MailJobs,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: RedeemLinkInput & { passwordHash: string }): Promise<User> {
    const { purpose, token, password, passwordHash } = input;
    const { userId } = await this.tokens.redeem(ctx, purpose, token);
    const user = await takeUser(ctx, userId);
    if (!user.isActive) throw over();
    requireGoodPassword(password, user);
    await this.hooks.run(new BeforePasswordChange(ctx, user));
    await storePassword(ctx, userId, passwordHash);
    // Whoever got the link reads the mail of that address; a link that was handed over proves nothing.
    if (purpose === 'reset') await ctx.manager.update(User, userId, { emailVerifiedAt: new Date() });
    await this.mails.notice(ctx, 'passwordChanged', user);
    const action = purpose === 'reset' ? 'user.resetPassword' : 'user.acceptInvitation';
    ctx.record({ action, subject: userSubject(user) });
    ctx.emit(new PasswordChanged(userId));
    return user;
  }
}

/** A link and the password chosen by way of it, as somebody sends it. */
export interface RedeemLinkWish extends RedeemLinkInput, Caller {}

/** Hashes the password first: inside the transaction it would hold a connection, and the link's row, all the while. */
@Injectable()
export class RedeemLink {
  constructor(
    private readonly throttle: LoginThrottle,
    private readonly tokens: OneTimeTokens,
    private readonly hashes: PasswordHashes,
    private readonly choosePassword: ChoosePassword,
  ) {}

  /** Whose password it is now. */
  async run(ctx: Ctx, wish: RedeemLinkWish): Promise<User> {
    const { purpose, token, password, address } = wish;
    const attempt = { email: '', secret: 'link', address } as const;
    await this.throttle.begin(attempt);
    await this.tokens.require(ctx, purpose, token);
    await this.throttle.succeed(attempt);
    requireGoodPassword(password, { email: '', name: '' });
    const passwordHash = await this.hashes.hash(password);
    return this.choosePassword.run(ctx, { purpose, token, password, passwordHash });
  }
}
