const MAX_LENGTH = 35;

/** A language tag (BCP 47) in its usual spelling, `pt-br` → `pt-BR`; null when it is none. */
export function languageTag(text: string): string | null {
  const given = text.trim();
  if (given === '' || given.length > MAX_LENGTH) return null;
  try {
    return Intl.getCanonicalLocales(given)[0] ?? null;
  } catch {
    return null;
  }
}

/** What the language calls itself: `de` → `Deutsch`; the tag where nobody knows. */
export function ownName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
