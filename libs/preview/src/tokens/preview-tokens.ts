import { Injectable } from '@nestjs/common';
import { PurposeTokens } from '@pipit/users';
import { PreviewConfig } from '../preview.options.js';
import { read, write, type PreviewClaims } from './preview-claims.js';

const PURPOSE = 'preview';
/** Longer than any token of ours; what is longer is not looked at. */
const MAX_LENGTH = 2000;

/** Makes and reads the tokens of previews. */
@Injectable()
export class PreviewTokens {
  constructor(
    private readonly tokens: PurposeTokens,
    private readonly config: PreviewConfig,
  ) {}

  /** A token that is good from now on for as long as the options say. */
  sign(claims: PreviewClaims): { readonly token: string; readonly expiresAt: Date } {
    const { seconds } = this.config;
    const token = this.tokens.sign(PURPOSE, { seconds, claims: write(claims) });
    return { token, expiresAt: new Date(Date.now() + seconds * 1000) };
  }

  /** What a token says; null when it was changed, has expired, or is for something else. */
  read(token: string): (PreviewClaims & { readonly expiresAt: Date }) | null {
    const claims = token.length > MAX_LENGTH ? null : this.tokens.read(PURPOSE, token);
    return claims && read(claims);
  }
}
