/** Tag of all pages that readers may see. */
export const liveTag = 'page';

/** Tag of live pages of one type, by its stored name. */
export function typeTag(type: string): string {
  return `page@${type}`;
}

/** Tag of one row of a table, `page-12`. */
export function objectTag(table: string, id: string): string {
  return `${table}-${id}`;
}

/** Where tags of single rows, or of single types, belong: what has to go when nobody can say which rows changed. */
export function groupOf(tag: string): string | null {
  const end = tag.search(/[-@]/);
  return end < 0 ? null : tag.slice(0, end + 1);
}

/** A list of tags is cut to tags of whole tables where it is longer: proxies allow headers of a few kilobytes. */
const MAX_HEADER = 4000;

/** Tags as a header names them, separated by `separator`. */
export function tagsHeader(tags: Iterable<string>, separator: string): string {
  // Of drafts no reader sees anything, and `*` is said by purging everything.
  const shown = [...tags].filter((tag) => !tag.endsWith('~') && tag !== '*');
  const text = shown.join(separator);
  if (text.length <= MAX_HEADER) return text;
  return [...new Set(shown.map((tag) => groupOf(tag)?.slice(0, -1) ?? tag))].join(separator);
}
