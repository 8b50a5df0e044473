import { Injectable } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';
import { Credentials } from '../passwords/credentials.js';
import { SessionTokens, type SignedIn } from '../sessions/signed-in.js';
import { StartSession } from './start-session.js';

/** What somebody signs in with. */
export interface LogInInput {
  readonly email: string;
  readonly password: string;
  /** IP address of the client, for the throttle. */
  readonly address: string;
}

/**
 * Signs somebody in. Not an action itself: the password is checked before the transaction begins, since hashing takes
 * long and wrong tries have to stay counted; what is written is the action {@link StartSession}.
 */
@Injectable()
export class LogIn {
  constructor(
    private readonly credentials: Credentials,
    private readonly startSession: StartSession,
    private readonly tokens: SessionTokens,
  ) {}

  async run(ctx: Ctx, { password, ...attempt }: LogInInput): Promise<SignedIn> {
    const userId = await this.credentials.check(ctx, attempt, password);
    return this.tokens.of(await this.startSession.run(ctx, { userId }));
  }
}
