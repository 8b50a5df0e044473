import type { WriteCtx } from '@pipit/kernel';
import { Not } from 'typeorm';
import { Session } from './session.entity.js';

/** Ends every session of an account but the one in which it is asked for. */
export async function endOtherSessions(ctx: WriteCtx, userId: number): Promise<void> {
  const { actor } = ctx;
  const own = actor.kind === 'user' && actor.userId === userId ? actor.sessionId : undefined;
  await ctx.manager.delete(Session, { userId, ...(own ? { id: Not(own) } : {}) });
}
