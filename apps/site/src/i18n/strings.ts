import { de } from './strings-de.ts';
import { en, type Strings } from './strings-en.ts';

export type { Strings };

/** The words of the site itself; everything else comes from the content API. Languages without words of ours get English. */
export const stringsFor = (locale: string): Strings => (locale.startsWith('de') ? de : en);
