import type { WriteCtx } from '@pipit/kernel';
import { User } from '../accounts/user.entity.js';
import { Session } from '../sessions/session.entity.js';

/** Stores a new hash and ends every session of the account, whoever may be sitting in one. */
export async function storePassword(ctx: WriteCtx, userId: number, passwordHash: string): Promise<void> {
  await ctx.manager.update(User, userId, { passwordHash });
  await ctx.manager.delete(Session, { userId });
}
