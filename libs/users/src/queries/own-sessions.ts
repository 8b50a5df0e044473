import { actorUserId, type Ctx } from '@pipit/kernel';
import { MoreThan } from 'typeorm';
import { Session } from '../sessions/session.entity.js';

/** A device somebody is signed in on. */
export interface OwnSession {
  readonly id: string;
  readonly agent: string;
  readonly address: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  /** The one it is asked in. */
  readonly isCurrent: boolean;
}

/** One's own sessions, the one in use first, then the latest. */
export async function ownSessions(ctx: Ctx): Promise<OwnSession[]> {
  const current = ctx.actor.kind === 'user' ? ctx.actor.sessionId : undefined;
  const found = await ctx.manager.find(Session, {
    where: { userId: actorUserId(ctx.actor) ?? 0, expiresAt: MoreThan(new Date()) },
    order: { lastUsedAt: 'DESC' },
  });
  return found
    .map(({ id, agent, address, createdAt, lastUsedAt, expiresAt }) => {
      return { id, agent, address, createdAt, lastUsedAt, expiresAt, isCurrent: id === current };
    })
    .sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
}
