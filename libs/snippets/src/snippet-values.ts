import type { ContentType, JsonObject } from '@pipit/content-types';
import { notFound } from '@pipit/kernel';

/** What publishing answers for types that know no drafts. */
export function withoutDrafts(type: ContentType): Error {
  return notFound(`${type.labelPlural} have no drafts: what is saved is public.`);
}

/** What lists call the row. */
export function titleOf(type: ContentType, id: number, values: JsonObject): string {
  const value = values[type.titleField];
  return typeof value === 'string' && value !== '' ? value : `${type.label} ${id}`;
}
