import slugify from '@sindresorhus/slugify';

/** The longest name of a tag, in characters. */
export const MAX_TAG_NAME = 100;

/** Brings names into their stored form: no outer or doubled spaces, no control characters, each once, sorted. */
export function normaliseTagNames(names: readonly string[]): string[] {
  const clean = names.map((name) =>
    name
      .slice(0, 10 * MAX_TAG_NAME)
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ')
      .trim(),
  );
  return [...new Set(clean.filter((name) => name !== ''))].sort(compareNames);
}

/** By code point, which is how the database sorts them too. */
export function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The slug to try first; `attempt` numbers the next ones where it is taken. */
export function tagSlug(name: string, attempt: number): string {
  const base = slugify(name).slice(0, MAX_TAG_NAME - 8) || 'tag';
  return attempt === 0 ? base : `${base}_${attempt}`;
}
