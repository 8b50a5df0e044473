import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { csrfRefused } from '../errors.js';
import { UsersConfig } from '../users.options.js';

/**
 * What a page has to say beside the cookie that its browser sends by itself. Bound to the session: one of another
 * session, planted as a cookie, is good for nothing. The same for as long as the session lasts, so tabs share it.
 */
@Injectable()
export class CsrfTokens {
  private readonly keys: readonly Buffer[];

  constructor(config: UsersConfig) {
    this.keys = config.tokenSecrets.map((secret) => Buffer.from(hkdfSync('sha256', secret, '', 'pipit:csrf', 32)));
  }

  /** The token of a session. */
  of(sessionId: string): string {
    return made(this.keys[0] ?? Buffer.alloc(0), sessionId);
  }

  /** Throws `csrf_refused` unless the token is that of the session. */
  require(token: string | null, sessionId: string): void {
    if (token !== null && this.keys.some((key) => isSame(made(key, sessionId), token))) return;
    throw csrfRefused('Send the value of the cookie pipit_csrf as the header X-CSRF-Token.');
  }
}

function made(key: Buffer, sessionId: string): string {
  return createHmac('sha256', key).update(sessionId).digest('base64url');
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
