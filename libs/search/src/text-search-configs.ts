/** Stems English; also for content without a language, such as titles of files. */
const ENGLISH = 'english';
/** For languages Postgres cannot stem: words are lowered and found as they are written. */
const UNSTEMMED = 'simple';

/** The configurations Postgres brings, by the language they stem. */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  da: 'danish', de: 'german', en: ENGLISH, es: 'spanish', fi: 'finnish', fr: 'french', hu: 'hungarian', it: 'italian',
  nb: 'norwegian', nl: 'dutch', nn: 'norwegian', no: 'norwegian', pt: 'portuguese', ro: 'romanian', ru: 'russian',
  sv: 'swedish', tr: 'turkish',
}; // prettier-ignore

/** The text search configuration of a locale. */
export function configOf(locale: string | null): string {
  if (locale === null || locale === '') return ENGLISH;
  return BY_LANGUAGE[(locale.split('-')[0] ?? '').toLowerCase()] ?? UNSTEMMED;
}

/** All configurations entries may be written with. */
export const CONFIGS: readonly string[] = [...new Set([ENGLISH, UNSTEMMED, ...Object.values(BY_LANGUAGE)])];
