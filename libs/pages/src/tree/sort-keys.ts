import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/**
 * Beyond this many characters a gap has been split so often that its siblings get fresh keys. Without a cap
 * 10,000 inserts into one gap would grow a key to 2,000 characters.
 */
export const MAX_KEY_LENGTH = 32;

/** Sorts behind every key. */
export const BEHIND_ALL_KEYS = '~';

/** A key between two siblings; null stands for the beginning or the end. */
export function keyBetween(before: string | null, after: string | null): string {
  return generateKeyBetween(before, after);
}

/** That many keys in order between two siblings. */
export function keysBetween(before: string | null, after: string | null, count: number): string[] {
  return generateNKeysBetween(before, after, count);
}

/** That many evenly spread keys in order. */
export function freshKeys(count: number): string[] {
  return generateNKeysBetween(null, null, count);
}
