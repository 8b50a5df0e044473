import { Inject, Injectable } from '@nestjs/common';
import type { Ctx, WriteCtx } from '@pipit/kernel';
import type { Site } from '../site.entity.js';
import { ADDRESS_OPTIONS, type AddressOptions } from './address-options.js';
import { addressBelow, type AddressStart, type PageAddress } from './site-roots.js';

/** A page that lives at an address. */
export interface PageAtAddress {
  readonly pageId: number;
  readonly siteId: number;
}

/** An address a page has or had. */
export interface AddressOfPage extends PageAddress {
  readonly site: Pick<Site, 'id' | 'name' | 'hostname'>;
  /** False: it leads to where the page is now. */
  readonly isCurrent: boolean;
  readonly since: Date;
}

/** What an address says: a language, where addresses of that language begin with it, and the path below its root. */
interface ReadAddress {
  readonly locale: string | null;
  readonly path: string;
}

/** Finds pages by their public addresses. */
@Injectable()
export class PageAddresses {
  constructor(@Inject(ADDRESS_OPTIONS) private readonly options: AddressOptions) {}

  /** Codes that addresses begin with, for statements that print addresses. */
  get prefixedLocales(): readonly string[] {
    return this.options.prefixedLocales;
  }

  /** The pages that live at a path (`/blog/x/`) of that site, or of any (null), those of the default site first. */
  async livingAt(ctx: Ctx, path: string, siteId: number | null): Promise<PageAtAddress[]> {
    const { locale, path: below } = this.read(path);
    return ctx.manager.query(
      `SELECT u.page_id AS "pageId", u.site_id AS "siteId"
         FROM page_url u JOIN site s ON s.id = u.site_id JOIN locale l ON l.id = u.locale_id
        WHERE u.path = $1 AND u.is_current AND ($2::int IS NULL OR u.site_id = $2)
          AND CASE WHEN $3::text IS NULL THEN NOT l.code = ANY($4::text[]) ELSE l.code = $3 END
        ORDER BY s.is_default DESC, s.id, u.locale_id`,
      [below, siteId, locale, this.options.prefixedLocales],
    );
  }

  /** The addresses a page has and had, the present ones first. */
  async of(ctx: Ctx, pageId: number): Promise<AddressOfPage[]> {
    const rows: (AddressStart & Omit<AddressOfPage, 'path' | 'url' | 'site'> & { below: string; site: Site })[] =
      await ctx.manager.query(
        `SELECT json_build_object('id', s.id, 'name', s.name, 'hostname', s.hostname) AS site, s.hostname, s.port,
                l.code AS locale, u.path AS below, u.is_current AS "isCurrent", u.since
           FROM page_url u JOIN site s ON s.id = u.site_id JOIN locale l ON l.id = u.locale_id
          WHERE u.page_id = $1 ORDER BY u.is_current DESC, s.is_default DESC, s.id, u.since DESC, u.path`,
        [pageId],
      );
    return rows.map(({ site, hostname, port, locale, below, isCurrent, since }) => ({
      site,
      isCurrent,
      since,
      ...addressBelow({ hostname, port, locale }, below, this.options.prefixedLocales),
    }));
  }

  /** Lets a former address lead nowhere; false when the page never had it, or has it now. */
  async forget(ctx: WriteCtx, pageId: number, siteId: number, path: string): Promise<boolean> {
    const { locale, path: below } = this.read(path);
    const [, count]: [unknown, number] = await ctx.manager.query(
      `DELETE FROM page_url u USING locale l
        WHERE l.id = u.locale_id AND u.page_id = $1 AND u.site_id = $2 AND u.path = $3 AND NOT u.is_current
          AND CASE WHEN $4::text IS NULL THEN NOT l.code = ANY($5::text[]) ELSE l.code = $4 END`,
      [pageId, siteId, below, locale, this.options.prefixedLocales],
    );
    return count > 0;
  }

  private read(path: string): ReadAddress {
    const [, first = ''] = path.split('/');
    if (!this.options.prefixedLocales.includes(first)) return { locale: null, path };
    return { locale: first, path: path.slice(first.length + 1) || '/' };
  }
}

/** SQL of the public path of a `page_url` row `u` whose locale is `l`; `prefixed` is the parameter with the codes. */
export function publicPathSql(prefixed: string): string {
  return `CASE WHEN l.code = ANY(${prefixed}::text[]) THEN '/' || l.code ELSE '' END || u.path`;
}
