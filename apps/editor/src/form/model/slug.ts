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

/**
 * The address suggested for a title: lower case, words joined by hyphens.
 * Letters of other scripts are kept, as an address may hold them.
 */
export function suggestSlug(title: string, maxLength = 255): string {
  const plain = title
    .toLowerCase()
    .replace(/[ßæœøđðþłħıŋ&]/g, (letter) => SPELLED[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’'`]/g, '')
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .normalize('NFC');
  return plain.slice(0, maxLength).replace(/-+$/, '');
}

/** What is typed into an address field: spaces become hyphens at once, forbidden signs go. */
export function cleanSlugInput(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{M}\p{N}_-]/gu, '');
}
