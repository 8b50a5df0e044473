import { createHash, randomBytes } from 'node:crypto';

/** What every token begins with, so that programs which look for leaked secrets know it. */
export const TOKEN_PREFIX = 'pipit_';

/** A new token: 256 random bits. */
export function newTokenSecret(): string {
  return `${TOKEN_PREFIX}${randomBytes(32).toString('base64url')}`;
}

/** What is stored of a token. It is random, so a plain hash is enough. */
export function tokenHash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** By what people tell tokens apart: the beginning, which tells nothing of the rest. */
export function shownPrefix(secret: string): string {
  return secret.slice(0, TOKEN_PREFIX.length + 6);
}
