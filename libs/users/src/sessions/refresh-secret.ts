import { createHash, randomBytes } from 'node:crypto';

/** A new refresh token: 256 random bits. */
export function newRefreshSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a refresh token. It is random, so a plain hash is enough. */
export function refreshHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
