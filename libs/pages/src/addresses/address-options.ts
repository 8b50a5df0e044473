/** How the addresses of pages tell languages apart. */
export interface AddressOptions {
  /** Several languages: the translations of a site's root page, and what is below them, belong to the site too. */
  readonly i18n: boolean;
  /** Codes of the locales whose page addresses begin with the code: `fr` → `/fr/about/`. */
  readonly prefixedLocales: readonly string[];
}

/** Injection token of {@link AddressOptions}. */
export const ADDRESS_OPTIONS = Symbol('pipit:address-options');

/** One language, no prefixes. */
export const DEFAULT_ADDRESS_OPTIONS: AddressOptions = { i18n: false, prefixedLocales: [] };
