import { Injectable } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';
import { Credentials, type Claim } from '../passwords/credentials.js';
import { SessionTokens, type SignedIn } from '../sessions/signed-in.js';
import { getUser } from '../queries/accounts.js';
import { SecondFactors } from '../second-factor/second-factors.js';
import { Tickets } from '../second-factor/tickets.js';
import { StartSession } from './start-session.js';

/** What somebody signs in with. */
export interface LogInInput extends Claim {
  readonly password: string;
}

/** The password was right, and a second factor is still to come. */
export interface HalfSignedIn {
  /** Opens the routes of the second factor and nothing else. */
  readonly ticket: string;
  /** They have to set up an app first. */
  readonly enrolment: boolean;
}

/**
 * Signs somebody in, or half in where a second factor is asked for. Not an action itself: the password is checked before the transaction begins, since hashing takes
 * long and wrong tries have to stay counted; what is written is the action {@link StartSession}.
 */
@Injectable()
export class LogIn {
  constructor(
    private readonly credentials: Credentials,
    private readonly startSession: StartSession,
    private readonly tokens: SessionTokens,
    private readonly factors: SecondFactors,
    private readonly tickets: Tickets,
  ) {}

  async run(ctx: Ctx, { password, ...claim }: LogInInput): Promise<SignedIn | HalfSignedIn> {
    const userId = await this.credentials.check(ctx, claim, password);
    const user = await getUser(ctx, userId);
    const need = await this.factors.needOf(ctx, user);
    if (need !== 'none') return { ticket: this.tickets.issue(userId), enrolment: need === 'enrolment' };
    return this.tokens.of(await this.startSession.run(ctx, { userId }));
  }
}
