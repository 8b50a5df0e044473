import type { ContentEncoding } from './encodings.js';

/** A strong entity tag: other bytes, another tag, so that compressed bytes have one of their own. */
export function entityTag(etag: string, encoding: ContentEncoding | null): string {
  return encoding === null ? `"${etag}"` : `"${etag}-${encoding}"`;
}

/** Does an `If-None-Match` header name these bytes, in whichever encoding the caller has them? */
export function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined || etag === '') return false;
  // What nearly all send: one tag, with an encoding or without.
  if (header.startsWith(etag, 1) && header.indexOf('"', 1) === header.length - 1) {
    const end = header[etag.length + 1];
    return header.startsWith('"') && (end === '"' || end === '-');
  }
  if (header.trim() === '*') return true;
  // Proxies that compress mark tags as weak; the bytes inside are the same.
  return [...header.matchAll(/(?:W\/)?"([^"]*)"/g)].some(([, tag = '']) => tag === etag || tag.startsWith(`${etag}-`));
}
