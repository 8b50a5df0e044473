import { Inject, Injectable } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';
import { ADDRESS_OPTIONS, type AddressOptions } from './address-options.js';

/** A page that lives at an address. */
export interface PageAtAddress {
  readonly pageId: number;
  readonly siteId: number;
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
