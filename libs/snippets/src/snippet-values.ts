import type { ContentType } from '@pipit/content-types';
import { notFound } from '@pipit/kernel';

/** What publishing answers for types that know no drafts. */
export function withoutDrafts(type: ContentType): Error {
  return notFound(`${type.labelPlural} have no drafts: what is saved is public.`);
}
