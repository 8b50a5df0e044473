import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, forbidden, type WriteCtx } from '@pipit/kernel';
import { emailKey } from '../accounts/email.js';
import { Mastery } from '../accounts/mastery.js';
import { requireName, requireTimeZone, type Language } from '../accounts/profile.js';
import { requireFreeAddress } from '../accounts/require-free-address.js';
import { userSubject } from '../accounts/user-actor.js';
import { User } from '../accounts/user.entity.js';
import { UserEdited } from '../events.js';
import { BeforeUserEdit } from '../hooks.js';
import { MailJobs } from '../mail/mail-jobs.js';
import { OneTimeToken } from '../one-time/one-time-token.entity.js';
import { isAllPowerful } from '../policy.js';
import { takeUser } from '../queries/accounts.js';

/** What may be different about an account. */
export interface UserChanges {
  readonly email?: string;
  readonly name?: string;
  readonly isAdministrator?: boolean;
  readonly language?: Language;
  readonly timeZone?: string | null;
}

/**
 * Changes somebody's account. A new address is told to the old one, and links on their way to it are void. Only
 * administrators make administrators, and nobody changes that about themselves.
 */
@Injectable()
export class EditUser extends Action<{ userId: number; changes: UserChanges }, User> {
  constructor(
    private readonly policy: Policy,
    private readonly mastery: Mastery,
    private readonly hooks: Hooks,
    private readonly mails: MailJobs,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { userId, changes }: { userId: number; changes: UserChanges }): Promise<User> {
    await this.policy.require(ctx, 'user.manage');
    const user = await takeUser(ctx, userId);
    await this.mastery.require(ctx, user);
    await this.requireRole(ctx, user, changes.isAdministrator);
    const values = await valuesOf(ctx, user, changes);
    await this.hooks.run(new BeforeUserEdit(ctx, user, values));
    if (values.email !== undefined && values.email !== user.email) await this.leaveAddress(ctx, user);
    if (Object.keys(values).length > 0) await ctx.manager.update(User, userId, values);
    const edited = await ctx.manager.findOneByOrFail(User, { id: userId });
    ctx.record({ action: 'user.edit', subject: userSubject(edited), data: { changed: Object.keys(changes) } });
    ctx.emit(new UserEdited(userId));
    return edited;
  }

  private async requireRole(ctx: WriteCtx, user: User, isAdministrator: boolean | undefined): Promise<void> {
    if (isAdministrator === undefined || isAdministrator === user.isAdministrator) return;
    if (!isAllPowerful(ctx)) throw forbidden('Only administrators make administrators.');
    this.mastery.requireSomebodyElse(ctx, user, 'Nobody changes their own role.');
    if (!isAdministrator) await this.mastery.requireAnotherAdministrator(ctx, user);
  }

  private async leaveAddress(ctx: WriteCtx, user: User): Promise<void> {
    await ctx.manager.delete(OneTimeToken, { userId: user.id });
    await this.mails.addressChanged(ctx, user);
  }
}

type Values = Partial<
  Pick<User, 'email' | 'emailKey' | 'emailVerifiedAt' | 'name' | 'isAdministrator' | 'language' | 'timeZone'>
>;

async function valuesOf(ctx: WriteCtx, user: User, changes: UserChanges): Promise<Values> {
  const values: Values = {};
  if (changes.name !== undefined) values.name = requireName(changes.name);
  if (changes.isAdministrator !== undefined) values.isAdministrator = changes.isAdministrator;
  if (changes.language !== undefined) values.language = changes.language;
  if (changes.timeZone !== undefined) values.timeZone = requireTimeZone(changes.timeZone);
  if (changes.email !== undefined && changes.email.trim() !== user.email) {
    await requireFreeAddress(ctx, changes.email, user.id);
    Object.assign(values, { email: changes.email.trim(), emailKey: emailKey(changes.email), emailVerifiedAt: null });
  }
  return values;
}
