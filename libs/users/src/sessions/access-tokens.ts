import { createHash, createSecretKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { UsersConfig } from '../users.options.js';

/** Names what the token is good for; a token made for anything else has another audience. */
export const ACCESS_AUDIENCE = 'pipit:access';

/** What an access token says: who, and in which session. Nothing about the person. */
export interface AccessClaims {
  /** User id. */
  readonly sub: string;
  /** Session id. */
  readonly sid: string;
}

/** Signs access tokens and finds the key that a token was signed with. */
@Injectable()
export class AccessTokens {
  /** Made once: the library would make one of the text for every token it looks at. */
  private readonly keysByKid: ReadonlyMap<string, KeyObject>;

  constructor(
    private readonly config: UsersConfig,
    private readonly jwt: JwtService,
  ) {
    this.keysByKid = new Map(
      config.tokenSecrets.map((secret) => [kidOf(secret), createSecretKey(Buffer.from(secret))]),
    );
  }

  /** A signed access token. */
  sign(userId: number, sessionId: string): string {
    const [secret = ''] = this.config.tokenSecrets;
    return this.jwt.sign(
      { sid: sessionId },
      {
        secret,
        algorithm: 'HS256',
        keyid: kidOf(secret),
        subject: String(userId),
        issuer: this.config.issuer,
        audience: ACCESS_AUDIENCE,
        expiresIn: this.config.accessTokenSeconds,
      },
    );
  }

  /** The key for a token by the `kid` in its header; null when it is none of ours. */
  keyFor(token: string): KeyObject | null {
    const decoded = this.jwt.decode<{ header?: { kid?: unknown } } | null>(token, { complete: true });
    const kid = decoded?.header?.kid;
    return typeof kid === 'string' ? (this.keysByKid.get(kid) ?? null) : null;
  }
}

function kidOf(secret: string): string {
  return createHash('sha256').update(`kid ${secret}`).digest('base64url').slice(0, 12);
}
