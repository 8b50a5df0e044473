import { siteOrigin } from '@pipit/pages';
import type { Row } from '../model/api-model.js';

/** A site and the trees it shows: its root page and, with several languages, that page's translations. */
export interface SiteEntry {
  readonly id: number;
  readonly hostname: string;
  readonly port: number;
  readonly isDefault: boolean;
  readonly origin: string;
  /** The site's own root first. */
  readonly roots: readonly SiteRoot[];
}

/** A page that addresses of a site start from. */
export interface SiteRoot {
  readonly pageId: number;
  readonly path: string;
  readonly urlPath: string;
  readonly locale: string;
}

/** Query of all sites with their roots, in the order in which they compete for a page. */
export function siteQuery(i18n: boolean): string {
  const translations = `UNION ALL SELECT t.id, t.path, t.url_path, t.locale_id FROM page t
    WHERE t.translation_key = root.translation_key AND t.id <> root.id`;
  return `SELECT s.id, s.hostname, s.port, s.is_default AS "isDefault",
      r.id AS "pageId", r.path, r.url_path AS "urlPath", l.code AS locale
    FROM site s JOIN page root ON root.id = s.root_page_id
    CROSS JOIN LATERAL (SELECT root.id, root.path, root.url_path, root.locale_id ${i18n ? translations : ''}) r
    JOIN locale l ON l.id = r.locale_id
    ORDER BY root.url_path COLLATE "C" DESC, s.is_default, s.hostname, s.id, r.id <> root.id, r.id`;
}

/** All sites: which one a request is for, and where a page is to be found. */
export class SiteMap {
  constructor(
    readonly sites: readonly SiteEntry[],
    private readonly prefixedLocales: readonly string[],
  ) {}

  /** Reads the rows of {@link siteQuery}. */
  static fromRows(rows: readonly Row[], prefixedLocales: readonly string[]): SiteMap {
    const sites = new Map<number, SiteEntry & { roots: SiteRoot[] }>();
    for (const row of rows as unknown as readonly (Omit<SiteEntry, 'origin' | 'roots'> & SiteRoot)[]) {
      const { id, hostname, port, isDefault, pageId, path, urlPath, locale } = row;
      const site = sites.get(id) ?? {
        id,
        hostname,
        port,
        isDefault,
        origin: siteOrigin({ hostname, port }),
        roots: [],
      };
      site.roots.push({ pageId, path, urlPath, locale });
      sites.set(id, site);
    }
    return new SiteMap([...sites.values()], prefixedLocales);
  }

  /**
   * The site a host name and port mean: the one with both; else the default site if it has the name; else the only
   * other one with the name; else the default site.
   */
  siteFor(hostname: string, port: number): SiteEntry | null {
    const named = this.sites.filter((site) => site.hostname === hostname);
    const fallback = this.sites.find((site) => site.isDefault);
    return (
      named.find((site) => site.port === port) ??
      named.find((site) => site.isDefault) ??
      (named.length === 1 || !fallback ? named[0] : undefined) ??
      fallback ??
      null
    );
  }

  /** The site a page belongs to; null below no site. */
  siteOf(urlPath: string): SiteEntry | null {
    return this.placeOf(urlPath)?.site ?? null;
  }

  /** The absolute address of a page; null below no site. */
  absolute(urlPath: string): string | null {
    const place = this.placeOf(urlPath);
    return place && place.site.origin + place.path;
  }

  /** The address of a page as links print it: a path where there is only one site, else absolute. */
  address(urlPath: string): string | null {
    return this.sites.length === 1 ? (this.placeOf(urlPath)?.path ?? null) : this.absolute(urlPath);
  }

  private placeOf(urlPath: string): { site: SiteEntry; path: string } | null {
    for (const site of this.sites) {
      const root = site.roots.find((candidate) => urlPath.startsWith(candidate.urlPath));
      if (!root) continue;
      const prefix = this.prefixedLocales.includes(root.locale) ? `/${root.locale}/` : '/';
      return { site, path: prefix + encodeURI(urlPath.slice(root.urlPath.length)) };
    }
    return null;
  }
}
