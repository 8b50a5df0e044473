import { Injectable } from '@nestjs/common';
import { Action, type WriteCtx } from '@pipit/kernel';
import { userSubject } from '../accounts/user-actor.js';
import { User } from '../accounts/user.entity.js';
import { sessionEnded } from '../errors.js';
import { issueRefreshToken } from '../sessions/issue-refresh-token.js';
import { RefreshToken, Session } from '../sessions/session.entity.js';
import type { LiveSession } from '../sessions/signed-in.js';
import { UsersConfig } from '../users.options.js';

/** A token used this recently is let through again: two tabs that wake together both send the same one. */
const GRACE_MS = 10_000;

/** Trades a refresh token for a new one. A token seen a second time ends its whole session, as somebody has a copy. */
@Injectable()
export class RotateRefreshToken extends Action<RefreshToken, LiveSession | null> {
  constructor(private readonly config: UsersConfig) {
    super();
  }

  /** Null when the session is over; said by value, since throwing would roll back the ending of it. */
  protected async perform(ctx: WriteCtx, { id, sessionId }: RefreshToken): Promise<LiveSession | null> {
    // Locked, so that two refreshes of one session come one after the other, and an ended session stays ended.
    const session = await ctx.manager.findOne(Session, {
      where: { id: sessionId },
      lock: { mode: 'pessimistic_write' },
    });
    const token = await ctx.manager.findOneBy(RefreshToken, { id });
    const user = session && (await ctx.manager.findOneBy(User, { id: session.userId }));
    if (!session || !token || !user) throw sessionEnded('Sign in again.');
    if (isOver(session, token, user)) return this.end(ctx, session, user, 'expired');
    if (isReused(token)) return this.end(ctx, session, user, 'refresh_token_reused');
    const next = await issueRefreshToken(ctx.manager, session, this.config.sessionIdleDays);
    await ctx.manager.update(Session, sessionId, { lastUsedAt: new Date() });
    if (!token.rotatedAt) await ctx.manager.update(RefreshToken, id, { rotatedAt: new Date(), replacedBy: next.id });
    ctx.record({ action: 'user.refreshSession', subject: userSubject(user) });
    return { sessionId, user, refreshToken: next };
  }

  private async end(ctx: WriteCtx, session: Session, user: User, reason: string): Promise<null> {
    await ctx.manager.delete(Session, session.id);
    ctx.record({ action: 'user.endSession', subject: userSubject(user), data: { reason } });
    return null;
  }
}

function isOver(session: Session, token: RefreshToken, user: User): boolean {
  const now = new Date();
  return !user.isActive || session.expiresAt <= now || token.expiresAt <= now;
}

function isReused({ rotatedAt }: RefreshToken): boolean {
  return rotatedAt !== null && Date.now() - rotatedAt.getTime() > GRACE_MS;
}
