import type { MediaQuery } from '../api';

/** What narrows a list of images or documents, beside words and collection. */
export type Narrowing = Pick<
  MediaQuery,
  'orientation' | 'rights' | 'missingAlt' | 'unused' | 'mimeType' | 'tag' | 'uploadedById' | 'mediaKind'
>;
/** A change of it; `undefined` takes something away. */
export type NarrowingChange = { [Name in keyof Narrowing]?: Narrowing[Name] | undefined };

/** What the chips above a list are told. */
export interface FacetsProps {
  query: MediaQuery;
  onChange: (change: NarrowingChange) => void;
}

/** Narrowed so, and not by what is undefined. */
export function narrowed(now: Narrowing, change: NarrowingChange): Narrowing {
  return Object.fromEntries(Object.entries({ ...now, ...change }).filter(([, value]) => value !== undefined));
}
