import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PurposeTokens } from '../sessions/purpose-tokens.js';
import { UsersConfig } from '../users.options.js';

const PURPOSE = 'reader';
/** More than a reader of deeply nested sections could need. */
const MOST = 20;
/** Longer than any token of ours; what is longer is not looked at. */
const MAX_LENGTH = 2000;

/** What a reader has shown. It opens nothing by itself: what holds now is asked each time. */
export interface ReaderClaims {
  /** Of somebody signed in: who, and in which session. */
  readonly person: { readonly userId: number; readonly sessionId: string } | null;
  /** Of somebody who knew passwords: restrictions, each with the mark of the password that was right then. */
  readonly passwords: ReadonlyMap<number, string>;
}

/** A token that was just made. */
export interface ReaderToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Signs and reads the tokens of readers. */
@Injectable()
export class ReaderTokens {
  constructor(
    private readonly tokens: PurposeTokens,
    private readonly config: UsersConfig,
  ) {}

  /** A token that is good from now on for as long as the options say. */
  sign({ person, passwords }: ReaderClaims): ReaderToken {
    const { readerTokenSeconds: seconds } = this.config;
    const claims = {
      ...(person ? { sub: String(person.userId), sid: person.sessionId } : {}),
      ...(passwords.size > 0 ? { pwd: [...passwords] } : {}),
    };
    const token = this.tokens.sign(PURPOSE, { seconds, claims });
    return { token, expiresAt: new Date(Date.now() + seconds * 1000) };
  }

  /** What the tokens of a request say; those that were changed, are over or are for something else say nothing. */
  read(tokens: string): ReaderClaims[] {
    return tokens
      .split(',', MOST)
      .map((token) => token.trim())
      .filter((token) => token !== '' && token.length <= MAX_LENGTH)
      .flatMap((token) => {
        const claims = this.tokens.read(PURPOSE, token);
        return claims ? [claimsOf(claims)] : [];
      });
  }
}

/** They are as {@link ReaderTokens.sign} wrote them, or the signature would not be good. */
function claimsOf({ sub, sid, pwd }: Readonly<Record<string, unknown>>): ReaderClaims {
  return {
    person: typeof sub === 'string' && typeof sid === 'string' ? { userId: Number(sub), sessionId: sid } : null,
    passwords: new Map(Array.isArray(pwd) ? (pwd as [number, string][]) : []),
  };
}

/** Tells one stored password from another. Each hash has a salt of its own, so the mark tells nothing of the password. */
export function passwordMark(hash: string): string {
  return createHash('sha256').update(hash).digest('base64url').slice(0, 16);
}
