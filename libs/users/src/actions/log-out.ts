import { Injectable } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';
import { findRefreshToken } from '../queries/refresh-tokens.js';
import { CsrfTokens } from '../sessions/csrf-tokens.js';
import { EndSession } from './end-session.js';
import type { CookieSession } from './refresh-session.js';

/** Signs somebody out. Without a session there is nothing to end, and nothing wrong either. Throws `csrf_refused`. */
@Injectable()
export class LogOut {
  constructor(
    private readonly endSession: EndSession,
    private readonly csrfTokens: CsrfTokens,
  ) {}

  async run(ctx: Ctx, { refreshToken, csrfToken }: CookieSession): Promise<void> {
    const found = await findRefreshToken(ctx, refreshToken);
    if (!found) return;
    this.csrfTokens.require(csrfToken, found.token.sessionId);
    await this.endSession.run(found.ownerCtx, found.token.session);
  }
}
