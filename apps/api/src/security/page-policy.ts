import { randomBytes } from 'node:crypto';

/** A word that one page is sent with, and that no script which somebody smuggles into it can know. */
export function newNonce(): string {
  return randomBytes(16).toString('base64');
}

/**
 * What a page of ours may load: scripts and sheets of this server, and what carries the page's nonce. Styles in attributes
 * are let be: editing and pictures set them, and they run nothing. `more` adds to it or takes the place of a line.
 */
export function pagePolicy(nonce: string, more: Readonly<Record<string, string>> = {}): string {
  const lines = {
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}'`,
    'script-src-attr': "'none'",
    'style-src': `'self' 'nonce-${nonce}'`,
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data: blob: https:",
    'font-src': "'self' data:",
    'connect-src': "'self'",
    'frame-ancestors': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'object-src': "'none'",
    ...more,
  };
  return Object.entries(lines)
    .map((line) => line.join(' '))
    .join('; ');
}
