import { Injectable } from '@nestjs/common';
import { kept, type WriteCtx } from '@pipit/kernel';
import { SITE_ROOTS } from '../addresses/site-roots.js';
import type { Page } from '../page.entity.js';
import { subtreeRange } from './paths.js';

/** Which addresses are looked at: SQL on a page `p` and a site's id. */
interface Scope {
  readonly where: (siteId: string) => string;
  readonly params: readonly unknown[];
}

const ROOTS = `root AS MATERIALIZED (${SITE_ROOTS})`;

/**
 * The address of a page `p` on a site: below the first root that it stands under. Looked up for each page among the few
 * roots, as Postgres takes joined sets of many pages for small ones and compares each with each.
 */
const addressOn = (
  siteId: string,
): string => `SELECT r.locale_id, '/' || substr(p.url_path, length(r.url_path) + 1) AS path
  FROM root r WHERE r.site_id = ${siteId} AND p.path >= r.path AND p.path < left(r.path, -1) || '/'
 ORDER BY r.rank LIMIT 1`;

/** Keeps the addresses of live pages, so that former ones lead to where a page is now. */
@Injectable()
export class PageUrls {
  /**
   * Brings the addresses of a page and everything below it up to date. Set-based. Whoever calls it keeps others from
   * changing any of these pages until the commit: what is live is read from all of them.
   */
  async refresh(ctx: WriteCtx, page: Pick<Page, 'path'>): Promise<void> {
    const { from, to } = subtreeRange(page.path);
    await this.derive(ctx, { where: () => 'p.path >= $1 AND p.path < $2', params: [from, to] });
  }

  /** As {@link refresh}, for a page that stands where it stood, and of which alone it has changed whether it is live. */
  async refreshOwn(ctx: WriteCtx, page: Pick<Page, 'id'>): Promise<void> {
    await this.derive(ctx, { where: () => 'p.id = $1', params: [page.id] }, kept);
  }

  /** Brings the addresses of a whole site up to date, when it is new or starts from another page. Set-based. */
  async refreshSite(ctx: WriteCtx, siteId: number): Promise<void> {
    await this.derive(ctx, { where: (site) => `${site} = $1`, params: [siteId] });
  }

  private async derive(ctx: WriteCtx, { where, params }: Scope, mark = (sql: string): string => sql): Promise<void> {
    await ctx.manager.query(
      mark(`WITH ${ROOTS}
       UPDATE page_url u SET is_current = false FROM page p
        WHERE p.id = u.page_id AND u.is_current AND ${where('u.site_id')}
          AND NOT (p.live AND EXISTS (
            SELECT FROM (${addressOn('u.site_id')}) a WHERE a.locale_id = u.locale_id AND a.path = u.path))`),
      [...params],
    );
    await ctx.manager.query(
      mark(`WITH ${ROOTS}
       INSERT INTO page_url (site_id, locale_id, path, page_id, is_current)
       SELECT s.id, a.locale_id, a.path, p.id, true
         FROM site s CROSS JOIN page p CROSS JOIN LATERAL (${addressOn('s.id')}) a
        WHERE p.live AND ${where('s.id')}
       ON CONFLICT (site_id, locale_id, path) DO UPDATE SET page_id = excluded.page_id, is_current = true, since = now()
        WHERE NOT page_url.is_current OR page_url.page_id <> excluded.page_id`),
      [...params],
    );
  }
}
