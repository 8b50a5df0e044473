import { Injectable } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';
import { User } from '../accounts/user.entity.js';
import { sessionEnded } from '../errors.js';
import { PurposeTokens } from '../sessions/purpose-tokens.js';

const PURPOSE = 'second-factor';
/** Time to take the phone out, or to set one up. */
export const TICKET_SECONDS = 600;

/** Says that somebody gave the right password and nothing more: good for the routes of the second factor alone. */
@Injectable()
export class Tickets {
  constructor(private readonly tokens: PurposeTokens) {}

  issue(userId: number): string {
    return this.tokens.sign(PURPOSE, { seconds: TICKET_SECONDS, claims: { user: userId } });
  }

  /** Whose it is; throws `session_ended` when it is none, or not good any more. */
  async ownerOf(ctx: Ctx, ticket: string): Promise<User> {
    const claims = this.tokens.read(PURPOSE, ticket);
    const id = claims?.['user'];
    const user = typeof id === 'number' ? await ctx.manager.findOneBy(User, { id, isActive: true }) : null;
    if (!user) throw sessionEnded('That took too long. Begin again with your password.');
    return user;
  }
}
