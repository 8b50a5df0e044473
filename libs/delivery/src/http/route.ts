/** What a path of the content API means. */
export type Route =
  | { readonly view: 'list' | 'find'; readonly endpoint: string }
  | { readonly view: 'detail'; readonly endpoint: string; readonly id: string };

/** Where the content API is served. */
export const API_ROOT = '/api/v2/';

/** Snippets and settings have their type's name in the path: `snippets/blog.Author`. */
const PATH = /^\/api\/v2\/((?:snippets|settings)\/[A-Za-z0-9_]+\.[A-Za-z0-9_.]+|[A-Za-z0-9_-]+)(?:\/(find|\d+))?(\/?)$/;

/** Reads a path; `'unslashed'` when it only lacks the slash at its end, null when it means nothing. */
export function readRoute(path: string): Route | 'unslashed' | null {
  const [, endpoint, part, slash] = PATH.exec(path) ?? [];
  if (endpoint === undefined) return null;
  if (slash === '') return 'unslashed';
  if (part === undefined) return { view: 'list', endpoint };
  return part === 'find' ? { view: 'find', endpoint } : { view: 'detail', endpoint, id: part };
}
