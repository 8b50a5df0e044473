/** Longest address a redirect may start from or lead to. */
export const MAX_ADDRESS_LENGTH = 2048;

/** Anything before the path: `https://example.org` or `//example.org`. */
const ORIGIN = /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#]*/i;

/**
 * The one way in which redirects write a path, so that two spellings of an address are one: a slash in front and none
 * at the end, parameters and query in alphabetical order, without a fragment, in plain letters instead of `%C3%A9`.
 * Null for what can be no path.
 */
export function redirectPath(given: string): string | null {
  if (given.includes('\0')) return null;
  const [address = ''] = given.trim().replace(ORIGIN, '').split('#', 1);
  const [untilQuery, query] = cut(address, '?');
  const beforeQuery = untilQuery.replace(/\/+$/, '');
  const lastSegment = beforeQuery.lastIndexOf('/') + 1;
  const [name, listed] = cut(beforeQuery.slice(lastSegment), ';');
  const parameters = sorted(listed, ';');
  const asked = sorted(query, '&');
  const path = readable(`/${beforeQuery.slice(0, lastSegment)}${name}`.replace(/^\/+/, '/'));
  return (
    (parameters === '' ? path.replace(/(?<=.)\/+$/, '') : `${path};${parameters}`) + (asked === '' ? '' : `?${asked}`)
  );
}

/** The path on its own, which is looked up when nothing starts from path and query together. */
export function withoutQuery(path: string): string {
  return cut(path, '?')[0];
}

/** A redirect's path as addresses of pages are written: with a slash at the end. */
export function addressOf(oldPath: string): string {
  return oldPath === '/' ? '/' : `${oldPath}/`;
}

/** In the order of what is read, however it was encoded. */
function sorted(list: string, separator: string): string {
  return list
    .split(separator)
    .map(readable)
    .filter((part) => part !== '')
    .sort((a, b) => (a < b ? -1 : 1))
    .join(separator);
}

/** `%C3%A9` → `é`; what means something in an address stays encoded, and so do spaces and what is no text. */
function readable(text: string): string {
  try {
    return decodeURI(text.replaceAll('%25', '%2525')).replace(/[\p{Cc}\s]/gu, encodeURIComponent);
  } catch {
    return text;
  }
}

function cut(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}
