import { hash } from 'node:crypto';
import type { ContentEncoding } from '../http/encodings.js';

/** An answer as bytes, with all that is needed to send it again. */
export interface StoredAnswer {
  readonly status: number;
  /** Names and values by turns, as Node writes them; without those that depend on the request. */
  readonly headers: readonly string[];
  /** Those of them that are sent where nothing has changed: what describes a body, or says what else may be asked, is known. */
  readonly unchanged: readonly string[];
  readonly body: Buffer;
  /** Without quotes; the same for the same bytes. Empty where there is nothing to compare. */
  readonly etag: string;
  readonly tags: ReadonlySet<string>;
  /** The body as it was compressed for those who asked first. */
  readonly encoded: Map<ContentEncoding, Buffer>;
}

/** What an answer takes beside its bytes: its entry, its place in the index of each tag. */
const PER_ANSWER = 1000;
const PER_TAG = 150;

/** Bytes an answer takes in memory, near enough. */
export function sizeOf(key: string, { body, headers, tags, encoded }: StoredAnswer): number {
  let size = PER_ANSWER + 2 * key.length + body.length + tags.size * PER_TAG;
  for (const text of headers) size += text.length;
  for (const bytes of encoded.values()) size += bytes.length;
  return size;
}

/** The entity tag of a body: what is equal has the same, and nothing else. */
export function etagOf(body: Buffer): string {
  return hash('sha256', body, 'base64url').slice(0, 27);
}
