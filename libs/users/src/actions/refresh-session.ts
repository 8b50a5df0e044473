import { Injectable } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';
import { sessionEnded } from '../errors.js';
import { findRefreshToken } from '../queries/refresh-tokens.js';
import { CsrfTokens } from '../sessions/csrf-tokens.js';
import { SessionTokens, type SignedIn } from '../sessions/signed-in.js';
import { RotateRefreshToken } from './rotate-refresh-token.js';

/** What a page sends of its session: the cookie, and the word that proves that it was a page of ours. */
export interface CookieSession {
  readonly refreshToken: string;
  readonly csrfToken: string | null;
}

/** Keeps somebody signed in: new access token, new refresh token. Throws `session_ended`, or `csrf_refused`. */
@Injectable()
export class RefreshSession {
  constructor(
    private readonly rotate: RotateRefreshToken,
    private readonly tokens: SessionTokens,
    private readonly csrfTokens: CsrfTokens,
  ) {}

  async run(ctx: Ctx, { refreshToken, csrfToken }: CookieSession): Promise<SignedIn> {
    const found = await findRefreshToken(ctx, refreshToken);
    if (found) this.csrfTokens.require(csrfToken, found.token.sessionId);
    const session = found && (await this.rotate.run(found.ownerCtx, found.token));
    if (!session) throw sessionEnded('Sign in again.');
    return this.tokens.of(session);
  }
}
