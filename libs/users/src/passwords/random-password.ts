import { randomInt } from 'node:crypto';

/** Without characters that look like others, as people type these from a screen. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A password nobody guesses (100 bits), in groups that can be read out: `k7mp-…`. */
export function randomPassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: 5 }, group).join('-');
}
