import { Injectable } from '@nestjs/common';
import { Action, Hooks, type WriteCtx } from '@pipit/kernel';
import { requireName, requireTimeZone, type Language } from '../accounts/profile.js';
import { userSubject } from '../accounts/user-actor.js';
import { User } from '../accounts/user.entity.js';
import { UserEdited } from '../events.js';
import { BeforeUserEdit } from '../hooks.js';
import { getCurrentUser } from '../queries/accounts.js';

/** What people change about themselves. */
export interface ProfileChanges {
  readonly name?: string;
  readonly language?: Language;
  readonly timeZone?: string | null;
}

/** Changes one's own name, language or time zone. */
@Injectable()
export class EditProfile extends Action<ProfileChanges, User> {
  constructor(private readonly hooks: Hooks) {
    super();
  }

  protected async perform(ctx: WriteCtx, { name, language, timeZone }: ProfileChanges): Promise<User> {
    const user = await getCurrentUser(ctx);
    const values = {
      ...(name === undefined ? {} : { name: requireName(name) }),
      ...(language === undefined ? {} : { language }),
      ...(timeZone === undefined ? {} : { timeZone: requireTimeZone(timeZone) }),
    };
    await this.hooks.run(new BeforeUserEdit(ctx, user, values));
    if (Object.keys(values).length > 0) await ctx.manager.update(User, user.id, values);
    Object.assign(user, values);
    ctx.record({ action: 'user.edit', subject: userSubject(user), data: { changed: Object.keys(values) } });
    ctx.emit(new UserEdited(user.id));
    return user;
  }
}
