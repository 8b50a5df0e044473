import { Injectable } from '@nestjs/common';
import type { WriteCtx } from '@pipit/kernel';
import { SITE_ROOTS } from '../addresses/site-roots.js';
import type { Page } from '../page.entity.js';
import { subtreeRange } from './paths.js';

/** Which addresses are looked at: SQL on a page `p` and a site's id. */
interface Scope {
  readonly where: (siteId: string) => string;
  readonly params: readonly unknown[];
}

/** One address for each live page and site: below the first root that the page stands under. */
const addressesIn = ({ where }: Scope): string => `SELECT DISTINCT ON (p.id, r.site_id)
    p.id AS page_id, r.site_id, r.locale_id, '/' || substr(p.url_path, length(r.url_path) + 1) AS path
  FROM page p JOIN (${SITE_ROOTS}) r ON p.path >= r.path AND p.path < left(r.path, -1) || '/'
 WHERE p.live AND ${where('r.site_id')}
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
    await this.derive(ctx, { where: () => 'p.path >= $1 AND p.path < $2', params: [from, to] });
  }

  /** As {@link refresh}, for a page that stands where it stood, and of which alone it has changed whether it is live. */
  async refreshOwn(ctx: WriteCtx, page: Pick<Page, 'id'>): Promise<void> {
    await this.derive(ctx, { where: () => 'p.id = $1', params: [page.id] });
  }

  /** Brings the addresses of a whole site up to date, when it is new or starts from another page. Set-based. */
  async refreshSite(ctx: WriteCtx, siteId: number): Promise<void> {
    await this.derive(ctx, { where: (site) => `${site} = $1`, params: [siteId] });
  }

  private async derive(ctx: WriteCtx, scope: Scope): Promise<void> {
    await ctx.manager.query(
      `WITH address AS (${addressesIn(scope)})
       UPDATE page_url u SET is_current = false FROM page p
        WHERE p.id = u.page_id AND u.is_current AND ${scope.where('u.site_id')}
          AND NOT EXISTS (
            SELECT FROM address a
             WHERE a.page_id = u.page_id AND a.site_id = u.site_id AND a.locale_id = u.locale_id AND a.path = u.path)`,
      [...scope.params],
    );
    await ctx.manager.query(
      `INSERT INTO page_url (site_id, locale_id, path, page_id, is_current)
       SELECT site_id, locale_id, path, page_id, true FROM (${addressesIn(scope)}) address
       ON CONFLICT (site_id, locale_id, path) DO UPDATE SET page_id = excluded.page_id, is_current = true,
          since = CASE WHEN page_url.is_current AND page_url.page_id = excluded.page_id
                       THEN page_url.since ELSE now() END`,
      [...scope.params],
    );
  }
}
