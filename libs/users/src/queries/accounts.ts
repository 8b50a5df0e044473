import { notFound, unauthenticated, type Ctx, type WriteCtx } from '@pipit/kernel';
import { emailKey } from '../accounts/email.js';
import { User } from '../accounts/user.entity.js';

/** The account with this id; throws `not_found`. */
export async function getUser(ctx: Ctx, id: number): Promise<User> {
  const user = await ctx.manager.findOneBy(User, { id });
  if (!user) throw notFound(`There is no user ${id}.`);
  return user;
}

/** The account with this address, however it is spelled, or null. */
export function findUserByEmail(ctx: Ctx, email: string): Promise<User | null> {
  return ctx.manager.findOneBy(User, { emailKey: emailKey(email) });
}

/** The stored hash of an active account; null for everybody else. */
export async function findPasswordHash(
  ctx: Ctx,
  email: string,
): Promise<{ userId: number; hash: string | null } | null> {
  const user = await ctx.manager.findOne(User, {
    where: { emailKey: emailKey(email), isActive: true },
    select: { id: true, passwordHash: true },
  });
  return user && { userId: user.id, hash: user.passwordHash };
}

/** The account of the person acting; throws `unauthenticated` when it is nobody. */
export async function getCurrentUser(ctx: Ctx): Promise<User> {
  if (ctx.actor.kind !== 'user') throw unauthenticated('Sign in first.');
  return getUser(ctx, ctx.actor.userId);
}

/** The account with this id, locked for the rest of the transaction; throws `not_found`. */
export async function takeUser(ctx: WriteCtx, id: number): Promise<User> {
  const user = await ctx.manager.findOne(User, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!user) throw notFound(`There is no user ${id}.`);
  return user;
}
