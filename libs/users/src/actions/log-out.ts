import { Injectable } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';
import { findRefreshToken } from '../queries/refresh-tokens.js';
import { EndSession } from './end-session.js';

/** Signs somebody out. Without a session there is nothing to end, and nothing wrong either. */
@Injectable()
export class LogOut {
  constructor(private readonly endSession: EndSession) {}

  async run(ctx: Ctx, { refreshToken }: { refreshToken: string }): Promise<void> {
    const found = await findRefreshToken(ctx, refreshToken);
    if (found) await this.endSession.run(found.ownerCtx, found.token.session);
  }
}
