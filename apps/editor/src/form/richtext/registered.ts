import type { RichTextFeature } from '../../extensions/contract';
import type { StoredAs } from '../../extensions/manifest-faults';
import { extensions } from '../../extensions/registry';

/** A feature of an extension with the name its part has in the text editor. */
export interface Registered<Way extends string = string> {
  feature: string;
  /** Name of the mark or node. */
  part: string;
  entry: RichTextFeature;
  stored: StoredAs<Way>;
}

/** All features extensions bring that are stored in one way. */
export function registered<Way extends 'mark' | 'block' | 'embed' | 'link'>(way: Way): Registered<Way>[] {
  return [...extensions().richText].flatMap(([feature, entry]) =>
    way in entry.stored ? [{ feature, part: partOf(feature), entry, stored: entry.stored as StoredAs<Way> }] : [],
  );
}

/** The text editor's names have letters, digits and underscores only. */
export function partOf(feature: string): string {
  return `own_${feature.replace(/\W/g, '_')}`;
}
