import { publicPathSql } from '../../addresses/page-addresses.js';

/** A row of {@link SELECT_REDIRECTS}. */
export interface RawRedirect {
  id: number | null;
  old_path: string;
  site_id: number | null;
  hostname: string | null;
  site_name: string | null;
  page_id: number | null;
  page_live: boolean | null;
  page_url: string | null;
  page_route_path: string;
  link: string;
  is_permanent: boolean;
  automatic: boolean;
  created_at: Date;
}

/** The address a live page has: on the redirect's own site before others, on the default site before the rest. */
const PAGE_URL = `LEFT JOIN LATERAL (
    SELECT CASE s.port WHEN 443 THEN 'https://' || s.hostname WHEN 80 THEN 'http://' || s.hostname
                       ELSE 'http://' || s.hostname || ':' || s.port END || ${publicPathSql('$1')} AS url
      FROM page_url u JOIN site s ON s.id = u.site_id JOIN locale l ON l.id = u.locale_id
     WHERE u.page_id = each.page_id AND u.is_current
     ORDER BY (u.site_id = each.site_id) IS TRUE DESC, s.is_default DESC, s.id LIMIT 1) address ON true`;

/** Former addresses of live pages as redirects write them. */
const FORMER = `SELECT COALESCE(NULLIF(rtrim(${publicPathSql('$1')}, '/'), ''), '/') AS old_path, u.site_id, u.page_id,
    u.since
  FROM page_url u JOIN locale l ON l.id = u.locale_id JOIN page p ON p.id = u.page_id AND p.live AND p.path < 't'
 WHERE NOT u.is_current`;

/**
 * Redirects made by hand, and the former addresses of live pages, which lead there as well unless a redirect says
 * otherwise. The first parameter is the codes that addresses of some languages begin with.
 */
export const SELECT_REDIRECTS = `SELECT each.*, site.name AS site_name, address.url AS page_url,
    site.hostname || CASE site.port WHEN 80 THEN '' ELSE ':' || site.port END AS hostname,
    p.live AND p.path < 't' AS page_live
  FROM (SELECT id, old_path, site_id, page_id, page_route_path, link, is_permanent, automatically_created AS automatic,
               created_at
          FROM redirect
         UNION ALL
        SELECT NULL, f.old_path, f.site_id, f.page_id, '', '', true, true, f.since
          FROM (${FORMER}) f
         WHERE NOT EXISTS (SELECT FROM redirect r
                            WHERE r.old_path = f.old_path AND (r.site_id IS NULL OR r.site_id = f.site_id))) each
  LEFT JOIN site ON site.id = each.site_id
  LEFT JOIN page p ON p.id = each.page_id
  ${PAGE_URL}`;
