import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, forbidden, invalid, newUuid, type WriteCtx } from '@pipit/kernel';
import { emailKey, isPlainEmail } from '../accounts/email.js';
import { userSubject } from '../accounts/user-actor.js';
import { User } from '../accounts/user.entity.js';
import { PasswordHashes } from '../passwords/password-hashes.js';
import { requireGoodPassword } from '../passwords/password-rules.js';
import { isAllPowerful } from '../policy.js';
import { findUserByEmail, getUser } from '../queries/accounts.js';
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
      name: input.name.trim(),
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

async function requireFreeAddress(ctx: WriteCtx, email: string): Promise<void> {
  if (!isPlainEmail(email.trim())) {
    throw invalid('This is no e-mail address.', [
      { path: '/email', code: 'email', message: 'Write an address such as ada@example.org.' },
    ]);
  }
  if (!(await findUserByEmail(ctx, email))) return;
  throw invalid('There is an account with this address.', [
    { path: '/email', code: 'taken', message: 'Another account has this address.' },
  ]);
}
