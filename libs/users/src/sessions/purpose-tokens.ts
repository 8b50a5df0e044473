import { createHash, hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { UsersConfig } from '../users.options.js';

/** For how long a token is good, and what it says. */
export interface PurposeClaims {
  readonly seconds: number;
  readonly claims: Readonly<Record<string, unknown>>;
}

/**
 * Signed tokens that are good for one purpose. Each purpose has keys of its own, derived from the server's secrets, and
 * an audience of its own, so that a token made for one is refused wherever another is asked for. A good signature says
 * who made the token and nothing about what that person may do by now: whoever reads it asks again.
 */
@Injectable()
export class PurposeTokens {
  private readonly keysOf = new Map<string, ReadonlyMap<string, string>>();

  constructor(
    private readonly config: UsersConfig,
    private readonly jwt: JwtService,
  ) {}

  /** A token for that purpose, signed with the newest secret. */
  sign(purpose: string, { seconds, claims }: PurposeClaims): string {
    const [[keyid, secret] = ['', '']] = this.keys(purpose);
    return this.jwt.sign(
      { ...claims },
      {
        secret,
        keyid,
        algorithm: 'HS256',
        issuer: this.config.issuer,
        audience: audienceOf(purpose),
        expiresIn: seconds,
      },
    );
  }

  /** What a token of that purpose says; null when it is none, was changed, or is not good any more. */
  read(purpose: string, token: string): Readonly<Record<string, unknown>> | null {
    const secret = this.keys(purpose).get(this.keyIdOf(token) ?? '');
    if (secret === undefined) return null;
    try {
      return this.jwt.verify<Record<string, unknown>>(token, {
        secret,
        algorithms: ['HS256'],
        issuer: this.config.issuer,
        audience: audienceOf(purpose),
      });
    } catch {
      return null;
    }
  }

  private keyIdOf(token: string): string | null {
    const decoded = this.jwt.decode<{ header?: { kid?: unknown } } | null>(token, { complete: true });
    const kid = decoded?.header?.kid;
    return typeof kid === 'string' ? kid : null;
  }

  private keys(purpose: string): ReadonlyMap<string, string> {
    let keys = this.keysOf.get(purpose);
    if (!keys) {
      keys = new Map(this.config.tokenSecrets.map((secret) => keyFor(purpose, secret)));
      this.keysOf.set(purpose, keys);
    }
    return keys;
  }
}

function audienceOf(purpose: string): string {
  return `pipit:${purpose}`;
}

function keyFor(purpose: string, secret: string): [id: string, key: string] {
  const key = Buffer.from(hkdfSync('sha256', secret, '', audienceOf(purpose), 32)).toString('base64url');
  return [createHash('sha256').update(`kid ${key}`).digest('base64url').slice(0, 12), key];
}
