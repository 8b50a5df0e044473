import { Injectable } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';
import { confirmationNeeded } from '../errors.js';
import { Session } from './session.entity.js';

/** Minutes for which a password once given is enough. */
const MINUTES = 10;

/** Asks for the password again before what would make a stolen session worth an account. */
@Injectable()
export class Confirmation {
  /** Throws `confirmation_needed` unless the password was given in this session a short while ago. */
  async require(ctx: Ctx): Promise<void> {
    const { actor } = ctx;
    const sessionId = actor.kind === 'user' ? actor.sessionId : undefined;
    const isFresh =
      sessionId !== undefined &&
      (await ctx.manager
        .createQueryBuilder(Session, 'session')
        .where(`session.id = :sessionId AND session.confirmedAt > now() - interval '${MINUTES} minutes'`, { sessionId })
        .getExists());
    if (!isFresh) throw confirmationNeeded('Give your password once more to do this.');
  }
}
