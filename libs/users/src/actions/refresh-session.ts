import { Injectable } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';
import { sessionEnded } from '../errors.js';
import { findRefreshToken } from '../queries/refresh-tokens.js';
import { SessionTokens, type SignedIn } from '../sessions/signed-in.js';
import { RotateRefreshToken } from './rotate-refresh-token.js';

/** Keeps somebody signed in: new access token, new refresh token. Throws `session_ended`. */
@Injectable()
export class RefreshSession {
  constructor(
    private readonly rotate: RotateRefreshToken,
    private readonly tokens: SessionTokens,
  ) {}

  async run(ctx: Ctx, { refreshToken }: { refreshToken: string }): Promise<SignedIn> {
    const found = await findRefreshToken(ctx, refreshToken);
    const session = found && (await this.rotate.run(found.ownerCtx, found.token));
    if (!session) throw sessionEnded('Sign in again.');
    return this.tokens.of(session);
  }
}
