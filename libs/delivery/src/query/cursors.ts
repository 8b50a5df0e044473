import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SealedTexts } from '@pipit/users';
import { PRESENTATION_PARAMETERS } from '../represent/presentation.js';
import { refused } from '../errors.js';
import type { Query } from '../grammar/query-string.js';
import type { Position } from './keyset.js';

/** The parameter that asks for a part of a listing from a position on; empty: from its beginning. */
export const CURSOR_PARAMETER = 'cursor';

/** A position in a listing, and the way to go from there. */
export interface Cursor {
  readonly backwards: boolean;
  readonly position: Position;
}

/** What may change from one part of a listing to the next. */
const FREE = new Set<string>([CURSOR_PARAMETER, 'limit', 'fields', ...PRESENTATION_PARAMETERS, 'format', '_']);

const PURPOSE = 'content-cursor';
const MAX_LENGTH = 6000;

/** Writes and reads cursors: sealed, and good for one listing only. */
@Injectable()
export class Cursors {
  constructor(private readonly sealed: SealedTexts) {}

  /** The cursor as a parameter's value. `listing` is what {@link listingMark} says. */
  write(listing: string, { backwards, position }: Cursor): string {
    const text = this.sealed.seal(PURPOSE, JSON.stringify([listing, backwards, position]));
    if (text.length > MAX_LENGTH) throw refused('cursor error: the values of this order are too long for a cursor');
    return text;
  }

  /** Reads a cursor of that listing; null for an empty one, refuses all others. */
  read(listing: string, text: string): Cursor | null {
    if (text === '') return null;
    const opened = text.length > MAX_LENGTH ? null : this.sealed.open(PURPOSE, text);
    if (opened === null) throw refused('cursor error: this is not a cursor');
    const [mark, backwards, position] = JSON.parse(opened) as [string, boolean, Position];
    if (mark !== listing) throw refused('cursor error: the cursor belongs to another listing');
    return { backwards, position };
  }
}

/** Tells listings apart: by endpoint, site, and every parameter that decides which rows come in which order. */
export function listingMark(endpoint: string, siteId: number | null, query: Query): string {
  const deciding = [...query.values].filter(([name]) => !FREE.has(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([endpoint, siteId, deciding]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
