import { invalid, type FieldError } from '@pipit/kernel';
import { COMMON_PASSWORDS } from './common-passwords.js';
import { resembles } from './resembles.js';

/** Characters a password has at least. */
export const MIN_PASSWORD_LENGTH = 8;
/** Bytes a password has at most: generous for passphrases, small enough that hashing it costs nothing. */
export const MAX_PASSWORD_BYTES = 1024;

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
  if ([...password].length < MIN_PASSWORD_LENGTH) {
    return { code: 'too_short', message: `Use at least ${MIN_PASSWORD_LENGTH} characters.` };
  }
  if (Buffer.byteLength(password) > MAX_PASSWORD_BYTES) {
    return { code: 'too_long', message: `Use at most ${MAX_PASSWORD_BYTES} bytes.` };
  }
  const plain = password.toLowerCase();
  if (isCommon(plain)) {
    return { code: 'too_common', message: 'This password is among the first that anybody would guess.' };
  }
  if (ownWords(owner).some((word) => resembles(plain, word))) {
    return { code: 'too_similar', message: 'This password is too much like the name or the address.' };
  }
  return null;
}

/** As it stands, without what people put behind a word, or with signs in place of letters. */
function isCommon(password: string): boolean {
  const base = password.replace(/[^\p{L}]{1,4}$/u, '');
  const isListed = (text: string): boolean => COMMON_PASSWORDS.has(text) || COMMON_PASSWORDS.has(withLetters(text));
  return new Set(password).size < 4 || isListed(password) || isListed(base);
}

const SIGNS: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', $: 's' };

function withLetters(text: string): string {
  return text.replace(/[@431!0$]/g, (sign) => SIGNS[sign] ?? sign);
}

/** The address, what stands before its @, the name, and the parts of both. */
function ownWords({ email, name }: PasswordOwner): string[] {
  const [local = ''] = email.split('@');
  const whole = [email, local, name, name.replace(/\s/g, '')];
  const parts = `${local} ${name}`.split(/[^\p{L}\p{N}]+/u);
  return [...whole, ...parts].map((word) => word.normalize('NFKC').toLowerCase());
}
