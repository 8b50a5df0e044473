import { Injectable } from '@nestjs/common';
import { Action, Hooks, type Ctx, type WriteCtx } from '@pipit/kernel';
import { userSubject } from '../accounts/user-actor.js';
import { MailJobs } from '../mail/mail-jobs.js';
import { Credentials } from '../passwords/credentials.js';
import { PasswordHashes } from '../passwords/password-hashes.js';
import { requireGoodPassword } from '../passwords/password-rules.js';
import { getCurrentUser } from '../queries/accounts.js';
import type { LiveSession } from '../sessions/signed-in.js';
import type { Caller } from '../throttle/attempt.js';
import { StartSession } from './start-session.js';
import { storePassword } from './store-password.js';
import { PasswordChanged } from '../events.js';
import { BeforePasswordChange } from '../hooks.js';

/** A password changed by its owner. */
export interface ChangePasswordInput extends Caller {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** Changes one's own password, ends every session, and opens a new one for whoever knew the old password. */
@Injectable()
export class ChangePassword extends Action<ChangePasswordInput, LiveSession> {
  constructor(
    private readonly credentials: Credentials,
    private readonly hashes: PasswordHashes,
    private readonly startSession: StartSession,
    private readonly hooks: Hooks,
    private readonly mails: MailJobs,
  ) {
    super();
  }

  override async run(ctx: Ctx, input: ChangePasswordInput): Promise<LiveSession> {
    const { email } = await getCurrentUser(ctx);
    await this.credentials.check(
      ctx,
      { email, address: input.address, device: input.device ?? null },
      input.currentPassword,
    );
    return super.run(ctx, input);
  }

  protected async perform(ctx: WriteCtx, { newPassword }: ChangePasswordInput): Promise<LiveSession> {
    const user = await getCurrentUser(ctx);
    requireGoodPassword(newPassword, user, '/newPassword');
    await this.hooks.run(new BeforePasswordChange(ctx, user));
    await storePassword(ctx, user.id, await this.hashes.hash(newPassword));
    await this.mails.notice(ctx, 'passwordChanged', user);
    ctx.record({ action: 'user.changePassword', subject: userSubject(user) });
    ctx.emit(new PasswordChanged(user.id));
    return this.startSession.run(ctx, { userId: user.id });
  }
}
