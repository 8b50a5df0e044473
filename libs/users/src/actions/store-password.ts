import type { WriteCtx } from '@pipit/kernel';
import { In } from 'typeorm';
import { User } from '../accounts/user.entity.js';
import { OneTimeToken } from '../one-time/one-time-token.entity.js';
import { Session } from '../sessions/session.entity.js';

/** Stores a new hash, ends every session of the account, whoever may be sitting in one, and voids links to choose one. */
export async function storePassword(ctx: WriteCtx, userId: number, passwordHash: string): Promise<void> {
  await ctx.manager.update(User, userId, { passwordHash });
  await ctx.manager.delete(Session, { userId });
  await ctx.manager.delete(OneTimeToken, { userId, purpose: In(['invitation', 'reset']) });
}
