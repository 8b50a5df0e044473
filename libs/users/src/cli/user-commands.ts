import { Injectable } from '@nestjs/common';
import { notFound, type Ctx } from '@pipit/kernel';
import type { User } from '../accounts/user.entity.js';
import { CreateUser } from '../actions/create-user.js';
import { SetPassword } from '../actions/set-password.js';
import { randomPassword } from '../passwords/random-password.js';
import { findUserByEmail } from '../queries/accounts.js';

/** Options of `user:create-admin`. */
export interface CreateAdminOptions {
  readonly email: string;
  /** Default: the part of the address before the `@`. */
  readonly name?: string;
  /** Default: a random one. */
  readonly password?: string;
}

/** Options of `user:password <email>`. */
export interface UserPasswordOptions {
  readonly email: string;
  /** Default: a random one. */
  readonly password?: string;
}

/** What a command reports. */
export interface UserCommandResult {
  readonly user: User;
  /** The password that was made up, to be shown once; null when the caller chose it. */
  readonly generatedPassword: string | null;
}

/** The work of the `user:*` commands, without the parsing and printing. */
@Injectable()
export class UserCommands {
  constructor(
    private readonly createUser: CreateUser,
    private readonly setPassword: SetPassword,
  ) {}

  /** `user:create-admin`. */
  async createAdmin(ctx: Ctx, options: CreateAdminOptions): Promise<UserCommandResult> {
    const { email, name = email.split('@')[0] ?? email } = options;
    const password = options.password ?? randomPassword();
    const user = await this.createUser.run(ctx, { email, name, password, isAdministrator: true });
    return { user, generatedPassword: options.password === undefined ? password : null };
  }

  /** `user:password`: also ends the person's sessions. */
  async password(ctx: Ctx, options: UserPasswordOptions): Promise<UserCommandResult> {
    const user = await findUserByEmail(ctx, options.email);
    if (!user) throw notFound(`There is no user with the address ${options.email}.`);
    const password = options.password ?? randomPassword();
    await this.setPassword.run(ctx, { userId: user.id, password });
    return { user, generatedPassword: options.password === undefined ? password : null };
  }
}
