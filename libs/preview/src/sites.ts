import type { Ctx } from '@pipit/kernel';
import { SITE_ROOTS } from '@pipit/pages';

/** The host of a site. */
export interface SiteHost {
  readonly hostname: string;
  readonly port: number;
}

/** The site whose tree a path belongs to; what belongs to none is shown by the default one. */
export async function siteOfPath(ctx: Ctx, path: string): Promise<SiteHost | null> {
  const rows: SiteHost[] = await ctx.manager.query(
    `SELECT r.hostname, r.port FROM (${SITE_ROOTS}) r
      WHERE $1 >= r.path AND $1 < left(r.path, -1) || '/' ORDER BY r.rank LIMIT 1`,
    [path],
  );
  return rows[0] ?? (await defaultSite(ctx));
}

/** The site that shows what belongs to none. */
export async function defaultSite(ctx: Ctx): Promise<SiteHost | null> {
  const rows: SiteHost[] = await ctx.manager.query('SELECT hostname, port FROM site WHERE is_default LIMIT 1');
  return rows[0] ?? null;
}
