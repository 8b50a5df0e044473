import { Injectable } from '@nestjs/common';
import type { User } from '../accounts/user.entity.js';
import { UsersConfig } from '../users.options.js';
import { AccessTokens } from './access-tokens.js';
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
}

/** Turns a live session into tokens for the client. */
@Injectable()
export class SessionTokens {
  constructor(
    private readonly config: UsersConfig,
    private readonly accessTokens: AccessTokens,
  ) {}

  of({ sessionId, user, refreshToken }: LiveSession): SignedIn {
    const accessToken = this.accessTokens.sign(user.id, sessionId);
    return { accessToken, expiresIn: this.config.accessTokenSeconds, user, refreshToken };
  }
}
