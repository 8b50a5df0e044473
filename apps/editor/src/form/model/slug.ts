/** Letters which Unicode does not take apart into a base letter and a mark. */
const SPELLED: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  '&': ' and ',
};

/** Letters that some languages spell with two where they cannot be written. */
const UMLAUTS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' };
const DANISH: Record<string, string> = { æ: 'ae', ø: 'oe', å: 'aa' };
const SPELLED_IN: Record<string, Record<string, string>> = {
  de: UMLAUTS,
  da: DANISH,
  nb: DANISH,
  nn: DANISH,
  no: DANISH,
};

/**
 * The address suggested for a title: lower case, words joined by hyphens, as the language spells them.
 * Letters of other scripts are kept, as an address may hold them.
 */
export function suggestSlug(title: string, maxLength = 255, locale = 'en'): string {
  const spelled = SPELLED_IN[locale.split('-')[0] ?? ''] ?? {};
  const plain = lowerCase(title, locale)
    .normalize('NFC')
    .replace(/[äöüæøå]/g, (letter) => spelled[letter] ?? letter)
    .replace(/[ßæœøđðþłħıŋ&]/g, (letter) => SPELLED[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’'`]/g, '')
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .normalize('NFC');
  return plain.slice(0, maxLength).replace(/-+$/, '');
}

/** Only the language knows what I and İ become. Codes of one's own invention count as English. */
function lowerCase(text: string, locale: string): string {
  try {
    return text.toLocaleLowerCase(locale);
  } catch {
    return text.toLowerCase();
  }
}

/** What is typed into an address field: spaces become hyphens at once, forbidden signs go. */
export function cleanSlugInput(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{M}\p{N}_-]/gu, '');
}
