import { Injectable } from '@nestjs/common';
import type { User } from '../accounts/user.entity.js';
import { UsersConfig } from '../users.options.js';
import { AccessTokens } from './access-tokens.js';
import { CsrfTokens } from './csrf-tokens.js';
import type { IssuedRefreshToken } from './issue-refresh-token.js';

/** A session as it stands after it was started or refreshed. */
export interface LiveSession {
  readonly sessionId: string;
  readonly user: User;
  readonly refreshToken: IssuedRefreshToken;
}

/** What a client is told when it has signed in. */
export interface SignedIn {
  readonly accessToken: string;
  /** Seconds the access token is good for. */
  readonly expiresIn: number;
  readonly user: User;
  readonly refreshToken: IssuedRefreshToken;
  /** To be sent back as a header with whatever the cookie alone would open. */
  readonly csrfToken: string;
}

/** Turns a live session into tokens for the client. */
@Injectable()
export class SessionTokens {
  constructor(
    private readonly config: UsersConfig,
    private readonly accessTokens: AccessTokens,
    private readonly csrfTokens: CsrfTokens,
  ) {}

  of({ sessionId, user, refreshToken }: LiveSession): SignedIn {
    const accessToken = this.accessTokens.sign(user.id, sessionId);
    const csrfToken = this.csrfTokens.of(sessionId);
    return { accessToken, expiresIn: this.config.accessTokenSeconds, user, refreshToken, csrfToken };
  }
}
