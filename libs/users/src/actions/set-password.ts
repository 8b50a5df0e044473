import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, type WriteCtx } from '@pipit/kernel';
import { Mastery } from '../accounts/mastery.js';
import { userSubject } from '../accounts/user-actor.js';
import { PasswordHashes } from '../passwords/password-hashes.js';
import { requireGoodPassword } from '../passwords/password-rules.js';
import { takeUser } from '../queries/accounts.js';
import { storePassword } from './store-password.js';
import { PasswordChanged } from '../events.js';
import { BeforePasswordChange } from '../hooks.js';

/** A password given to somebody by somebody else. */
export interface SetPasswordInput {
  readonly userId: number;
  readonly password: string;
}

/** Gives an account a new password and ends its sessions. Only by whoever holds all that it holds. */
@Injectable()
export class SetPassword extends Action<SetPasswordInput, void> {
  constructor(
    private readonly policy: Policy,
    private readonly mastery: Mastery,
    private readonly hashes: PasswordHashes,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { userId, password }: SetPasswordInput): Promise<void> {
    await this.policy.require(ctx, 'user.manage');
    const user = await takeUser(ctx, userId);
    await this.mastery.require(ctx, user);
    requireGoodPassword(password, user);
    await this.hooks.run(new BeforePasswordChange(ctx, user));
    await storePassword(ctx, userId, await this.hashes.hash(password));
    ctx.record({ action: 'user.setPassword', subject: userSubject(user) });
    ctx.emit(new PasswordChanged(userId));
  }
}
