import { tagsHeader } from '../cache/tags.js';
import type { DeliveryOptions } from '../options.js';

type CachingOptions = Pick<DeliveryOptions, 'maxAge' | 'sharedMaxAge' | 'staleWhileRevalidate'>;

/** What caches may do with a public answer. */
export function cacheControl({ maxAge, sharedMaxAge, staleWhileRevalidate }: CachingOptions): string {
  const parts = ['public', `max-age=${maxAge}`];
  if (sharedMaxAge !== null) parts.push(`s-maxage=${sharedMaxAge}`);
  parts.push(staleWhileRevalidate > 0 ? `stale-while-revalidate=${staleWhileRevalidate}` : 'must-revalidate');
  return parts.join(', ');
}

/** What may be done with any address of the API; whoever has an answer already knows it. */
export const ALLOW: readonly string[] = ['allow', 'GET, HEAD, OPTIONS'];

/** Of callers who send credentials nobody on the way keeps the answer, although it is the same for all. */
export const PRIVATE = 'private, no-cache';

/** Header names by which caches have to tell requests apart. */
export function varyHeader({ cors }: Pick<DeliveryOptions, 'cors'>): string {
  const names = ['Accept', 'Accept-Encoding', 'X-Preview-Token', 'X-Reader-Token'];
  return (cors === 'public' || cors.length === 0 ? names : [...names, 'Origin']).join(', ');
}

/** The tags of an answer, in the spellings of the usual proxies; names and values by turns. */
export function tagHeaders(tags: ReadonlySet<string>): readonly string[] {
  return tags.size === 0 ? [] : ['cache-tag', tagsHeader(tags, ','), 'surrogate-key', tagsHeader(tags, ' ')];
}

/** Headers that all answers have, also those that say that nothing has changed; names and values by turns. */
export function commonHeaders(options: Pick<DeliveryOptions, 'cors' | 'headers'>): readonly string[] {
  return ['vary', varyHeader(options), ...Object.entries(options.headers).flat()];
}
