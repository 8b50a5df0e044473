import { isEmail } from 'class-validator';

/**
 * The form in which addresses are compared. Look-alike spellings (`ｍike@…`, `MIKE@…`) have the same key, so that nobody
 * registers or signs in as somebody else by one.
 */
export function emailKey(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}

/** One plain address: no display name, no quotes, nothing a mailer could read in two ways. */
export function isPlainEmail(email: string): boolean {
  return email.length <= 254 && isEmail(email) && !/["\s<>,;]/.test(email);
}
