import type { Ctx } from '@pipit/kernel';
import { userActor } from '../accounts/user-actor.js';
import { refreshHash } from '../sessions/refresh-secret.js';
import { RefreshToken } from '../sessions/session.entity.js';

/** A stored refresh token, and the ctx in which its owner acts. */
export interface OwnedRefreshToken {
  readonly token: RefreshToken;
  readonly ownerCtx: Ctx;
}

/** Looks up what a client sent; null when there is no such token. */
export async function findRefreshToken(ctx: Ctx, secret: string): Promise<OwnedRefreshToken | null> {
  const token = await ctx.manager.findOne(RefreshToken, {
    where: { tokenHash: refreshHash(secret) },
    relations: { session: { user: true } },
  });
  return token && { token, ownerCtx: { ...ctx, actor: userActor(token.session.user) } };
}
