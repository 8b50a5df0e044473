import { Injectable } from '@nestjs/common';
import type { WriteCtx } from '@pipit/kernel';
import { SITE_ROOTS } from '../addresses/site-roots.js';
import type { Page } from '../page.entity.js';
import { subtreeRange } from './paths.js';

/** One address for each site and live page `p` of those `which` chooses: below the first root that it stands under. */
const addresses = (which: string): string => `SELECT DISTINCT ON (p.id, r.site_id) p.id AS page_id, r.site_id, r.locale_id,
    '/' || substr(p.url_path, length(r.url_path) + 1) AS path
  FROM page p JOIN (${SITE_ROOTS}) r ON p.path >= r.path AND p.path < left(r.path, -1) || '/'
 WHERE p.live AND ${which}
 ORDER BY p.id, r.site_id, r.rank`;

/** Keeps the addresses of live pages, so that former ones lead to where a page is now. */
@Injectable()
export class PageUrls {
  /**
   * Brings the addresses of a page and everything below it up to date. Set-based. Whoever calls it keeps others from
   * changing any of these pages until the commit: what is live is read from all of them.
   */
  async refresh(ctx: WriteCtx, page: Pick<Page, 'path'>): Promise<void> {
    const { from, to } = subtreeRange(page.path);
    await this.bringUpToDate(ctx, 'p.path >= $1 AND p.path < $2', [from, to]);
  }

  /** As {@link refresh}, for a page that stands where it stood, and of which alone it has changed whether it is live. */
  async refreshOwn(ctx: WriteCtx, page: Pick<Page, 'id'>): Promise<void> {
    await this.bringUpToDate(ctx, 'p.id = $1', [page.id]);
  }

  /** Of the pages `p` that `which` chooses. */
  private async bringUpToDate(ctx: WriteCtx, which: string, params: unknown[]): Promise<void> {
    await ctx.manager.query(
      `WITH address AS (${addresses(which)})
       UPDATE page_url u SET is_current = false FROM page p
        WHERE p.id = u.page_id AND u.is_current AND ${which}
          AND NOT EXISTS (
            SELECT FROM address a
             WHERE a.page_id = u.page_id AND a.site_id = u.site_id AND a.locale_id = u.locale_id AND a.path = u.path)`,
      params,
    );
    await ctx.manager.query(
      `INSERT INTO page_url (site_id, locale_id, path, page_id, is_current)
       SELECT site_id, locale_id, path, page_id, true FROM (${addresses(which)}) address
       ON CONFLICT (site_id, locale_id, path) DO UPDATE SET page_id = excluded.page_id, is_current = true,
          since = CASE WHEN page_url.is_current AND page_url.page_id = excluded.page_id
                       THEN page_url.since ELSE now() END`,
      params,
    );
  }
}
