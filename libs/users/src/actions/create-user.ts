import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, forbidden, newUuid, type WriteCtx } from '@pipit/kernel';
import { emailKey } from '../accounts/email.js';
import { requireName, type Language } from '../accounts/profile.js';
import { requireFreeAddress } from '../accounts/require-free-address.js';
import { userSubject } from '../accounts/user-actor.js';
import { User } from '../accounts/user.entity.js';
import { PasswordHashes } from '../passwords/password-hashes.js';
import { requireGoodPassword } from '../passwords/password-rules.js';
import { isAllPowerful } from '../policy.js';
import { getUser } from '../queries/accounts.js';
import { UserCreated } from '../events.js';
import { BeforeUserCreate } from '../hooks.js';

/** A new account. */
export interface CreateUserInput {
  readonly email: string;
  readonly name: string;
  /** None: the account exists, but nobody can sign in to it until it has a password. */
  readonly password?: string | null;
  readonly isAdministrator?: boolean;
  readonly isActive?: boolean;
  /** Of the mail they get; default English. */
  readonly language?: Language;
}

/** Creates an account. Administrators are made by administrators only. */
@Injectable()
export class CreateUser extends Action<CreateUserInput, User> {
  constructor(
    private readonly policy: Policy,
    private readonly hashes: PasswordHashes,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: CreateUserInput): Promise<User> {
    await this.policy.require(ctx, 'user.manage');
    if (input.isAdministrator && !isAllPowerful(ctx)) throw forbidden('Only administrators make administrators.');
    await requireFreeAddress(ctx, input.email);
    if (input.password) requireGoodPassword(input.password, input);
    const user = ctx.manager.create(User, {
      uuid: newUuid(),
      email: input.email.trim(),
      emailKey: emailKey(input.email),
      name: requireName(input.name),
      language: input.language ?? 'en',
      passwordHash: input.password ? await this.hashes.hash(input.password) : null,
      isAdministrator: input.isAdministrator ?? false,
      isActive: input.isActive ?? true,
      preferences: {},
    });
    await this.hooks.run(new BeforeUserCreate(ctx, user));
    await ctx.manager.save(user);
    ctx.record({
      action: 'user.create',
      subject: userSubject(user),
      data: { isAdministrator: user.isAdministrator, isActive: user.isActive },
    });
    ctx.emit(new UserCreated(user.id));
    return getUser(ctx, user.id);
  }
}
