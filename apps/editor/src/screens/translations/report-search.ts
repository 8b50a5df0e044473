import type { TranslationGap } from '../../api';

/** What the address of the report says. */
export interface ReportSearch {
  /** The language that lacks something. */
  locale?: string;
  gap?: TranslationGap;
  type?: string;
  /** Only this page and those below it. */
  below?: number;
}
export const gaps: readonly TranslationGap[] = ['missing', 'alias', 'draft', 'outdated'];

/** Reads the search part of an address; what makes no sense is left out. */
export function readReportSearch(search: Record<string, unknown>): ReportSearch {
  const gap = gaps.find((each) => each === search.gap);
  const below = Number(search.below);
  return {
    ...(typeof search.locale === 'string' && search.locale ? { locale: search.locale } : {}),
    ...(gap ? { gap } : {}),
    ...(typeof search.type === 'string' && search.type ? { type: search.type } : {}),
    ...(Number.isInteger(below) && below > 0 ? { below } : {}),
  };
}

const words: Readonly<Record<TranslationGap, string>> = {
  missing: 'Not there',
  alias: 'Shown in its own language',
  draft: 'Draft, not live',
  outdated: 'Older than its source',
};

/** What a translation lacks, in words. */
export function wordsOfGap(gap: TranslationGap): string {
  return words[gap];
}
