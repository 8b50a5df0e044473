import { siteOrigin } from '../queries/site-origin.js';
import { TRASH_PATH } from '../tree/roots.js';

/**
 * Every page that addresses start from: the root of each site and, in other languages, that page's translations. What
 * is below several of them has its address below the one of the lowest `rank`; the content API orders them alike.
 */
export const SITE_ROOTS = `SELECT s.id AS site_id, s.hostname, s.port, r.id AS page_id, r.path, r.url_path, r.locale_id,
    l.code AS locale, r.id = root.id AS is_own,
    row_number() OVER (ORDER BY root.url_path COLLATE "C" DESC, s.is_default, s.hostname, s.id, r.id <> root.id, r.id)
      AS rank
  FROM site s
  JOIN page root ON root.id = s.root_page_id
  CROSS JOIN LATERAL (
    SELECT root.id, root.path, root.url_path, root.locale_id
    UNION ALL
    SELECT t.id, t.path, t.url_path, t.locale_id FROM page t
     WHERE t.translation_key = root.translation_key AND t.id <> root.id AND t.path < '${TRASH_PATH}') r
  JOIN locale l ON l.id = r.locale_id`;

/** What an address begins with. */
export interface AddressStart {
  readonly hostname: string;
  readonly port: number;
  /** Code of the language whose tree the page stands in. */
  readonly locale: string;
}

/** Where a page is to be found: its path below the host, and the whole address. */
export interface PageAddress {
  readonly path: string;
  readonly url: string;
}

/** The address of a path that is kept below a site's root of one language, such as that of a `PageUrl`. */
export function addressBelow(
  start: AddressStart,
  pathBelowRoot: string,
  prefixedLocales: readonly string[],
): PageAddress {
  const path = (prefixedLocales.includes(start.locale) ? `/${start.locale}` : '') + pathBelowRoot;
  return { path, url: siteOrigin(start) + path };
}
