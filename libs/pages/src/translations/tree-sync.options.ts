/** How the trees of several languages hang together. */
export interface TranslationOptions {
  /**
   * Pages made in the default language show up at once in every other language that has the page above: as mirrors,
   * which stand in until somebody translates them. When a page moves, what stands for it in other languages moves along.
   * Default: false, each language has the pages that were translated into it.
   */
  readonly syncTrees: boolean;
}

/** Injection token of {@link TranslationOptions}. */
export const TRANSLATION_OPTIONS = Symbol('pipit:translation-options');

/** What holds where a project says nothing. */
export const DEFAULT_TRANSLATION_OPTIONS: TranslationOptions = { syncTrees: false };
