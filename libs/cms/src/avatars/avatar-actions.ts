import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Action, forbidden, Hooks, type WriteCtx } from '@pipit/kernel';
import { BeforeUserEdit, getUser, UserEdited } from '@pipit/users';
import { UserAvatar } from './user-avatar.entity.js';

/** Gives the acting person a picture, or takes it away (`null`). */
@Injectable()
export class SetAvatar extends Action<{ readonly picture: Buffer | null }, void> {
  constructor(private readonly hooks: Hooks) {
    super();
  }

  protected async perform(ctx: WriteCtx, { picture }: { readonly picture: Buffer | null }): Promise<void> {
    if (ctx.actor.kind !== 'user') throw forbidden('Only people have a picture.');
    const user = await getUser(ctx, ctx.actor.userId);
    await this.hooks.run(new BeforeUserEdit(ctx, user, {}));
    if (picture === null) await ctx.manager.delete(UserAvatar, { userId: user.id });
    else {
      const name = randomBytes(16).toString('base64url');
      await ctx.manager.upsert(UserAvatar, { userId: user.id, name, bytes: picture }, ['userId']);
    }
    const subject = { type: 'user', id: user.id, label: user.name };
    ctx.record({ action: 'user.edit', subject, data: { changed: ['avatar'] } });
    ctx.emit(new UserEdited(user.id));
  }
}
