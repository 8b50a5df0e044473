import { Injectable } from '@nestjs/common';
import type { WriteCtx } from '@pipit/kernel';
import type { Page } from '../page.entity.js';
import { subtreeRange } from './paths.js';

/** Keeps the addresses of live pages, so that former ones lead to where a page is now. */
@Injectable()
export class PageUrls {
  /** Brings the addresses of a page and everything below it up to date. Set-based. */
  async refresh(ctx: WriteCtx, page: Pick<Page, 'path'>): Promise<void> {
    const { from, to } = subtreeRange(page.path);
    await ctx.manager.query(
      `UPDATE page_url SET is_current = false FROM page p
        WHERE p.id = page_url.page_id AND page_url.is_current AND p.path >= $1 AND p.path < $2
          AND NOT EXISTS (
            SELECT FROM site s JOIN page r ON r.id = s.root_page_id
             WHERE s.id = page_url.site_id AND p.live AND p.path >= r.path AND p.path < left(r.path, -1) || '/'
               AND page_url.path = '/' || substr(p.url_path, length(r.url_path) + 1))`,
      [from, to],
    );
    await ctx.manager.query(
      `INSERT INTO page_url (site_id, path, page_id, is_current)
       SELECT s.id, '/' || substr(p.url_path, length(r.url_path) + 1), p.id, true
         FROM page p
         JOIN page r ON p.path >= r.path AND p.path < left(r.path, -1) || '/'
         JOIN site s ON s.root_page_id = r.id
        WHERE p.live AND p.path >= $1 AND p.path < $2
       ON CONFLICT (site_id, path) DO UPDATE SET page_id = excluded.page_id, is_current = true,
          since = CASE WHEN page_url.is_current AND page_url.page_id = excluded.page_id
                       THEN page_url.since ELSE now() END`,
      [from, to],
    );
  }
}
