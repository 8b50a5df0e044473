import { invalid, type FieldError } from '@pipit/kernel';
import { COMMON_PASSWORDS } from './common-passwords.js';

const MIN_LENGTH = 10;
/** Generous for passphrases, small enough that hashing it costs nothing. */
export const MAX_PASSWORD_LENGTH = 1024;

/** What a password is not to be made of. */
export interface PasswordOwner {
  readonly email: string;
  readonly name: string;
}

/** Length and guessability are all that counts; no rules of composition. Throws `invalid`. */
export function requireGoodPassword(password: string, owner: PasswordOwner, path = '/password'): void {
  const fault = faultOf(password.normalize('NFKC'), owner);
  if (fault) throw invalid(fault.message, [{ path, ...fault }]);
}

function faultOf(password: string, owner: PasswordOwner): Omit<FieldError, 'path'> | null {
  const length = [...password].length;
  if (length < MIN_LENGTH) return { code: 'too_short', message: `Use at least ${MIN_LENGTH} characters.` };
  if (length > MAX_PASSWORD_LENGTH) {
    return { code: 'too_long', message: `Use at most ${MAX_PASSWORD_LENGTH} characters.` };
  }
  if (isGuessable(password.toLowerCase(), owner)) {
    return { code: 'too_common', message: 'This password is among the first that anybody would guess.' };
  }
  return null;
}

function isGuessable(password: string, owner: PasswordOwner): boolean {
  if (COMMON_PASSWORDS.has(password) || new Set(password).size < 4) return true;
  const own = [owner.email, owner.email.split('@')[0] ?? '', owner.name].map((word) => word.toLowerCase());
  return own.some((word) => word.length > 3 && password.replace(word, '').length < 4);
}
