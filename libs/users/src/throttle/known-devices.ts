import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newUuid } from '@pipit/kernel';
import { emailKey } from '../accounts/email.js';
import { PurposeTokens } from '../sessions/purpose-tokens.js';

const PURPOSE = 'device';
/** As long as browsers keep a cookie. */
export const DEVICE_DAYS = 400;

/**
 * Remembers browsers in which somebody signed in, by a signed token they keep. It opens nothing: tries from there are
 * counted on their own and looked at first, so that whoever guesses at an account from elsewhere, or from the same
 * network, holds up strangers and never its owner.
 */
@Injectable()
export class KnownDevices {
  constructor(private readonly tokens: PurposeTokens) {}

  /** A token for the browser in which the account with this address was just opened. */
  issue(email: string): string {
    const claims = { device: newUuid(), account: accountOf(email) };
    return this.tokens.sign(PURPOSE, { seconds: DEVICE_DAYS * 86_400, claims });
  }

  /** Which browser it is; null when that account was never opened in it. */
  find(token: string | null | undefined, email: string): string | null {
    const claims = token ? this.tokens.read(PURPOSE, token) : null;
    const { account, device } = claims ?? {};
    return typeof device === 'string' && account === accountOf(email) ? device : null;
  }
}

/** The token names nobody to whoever finds it. */
function accountOf(email: string): string {
  return createHash('sha256')
    .update(`device of ${emailKey(email)}`)
    .digest('base64url')
    .slice(0, 22);
}
