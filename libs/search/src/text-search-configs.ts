/** Stems English; also for content without a language, such as titles of files. */
const ENGLISH = 'english';
/** For all other languages: words are lowered and found as they are written. */
const UNSTEMMED = 'simple';

/** The text search configuration of a locale. */
export function configOf(locale: string | null): string {
  return locale === null || locale === '' || /^en(-|$)/i.test(locale) ? ENGLISH : UNSTEMMED;
}

/** All configurations entries may be written with. */
export const CONFIGS: readonly string[] = [ENGLISH, UNSTEMMED];
