import type { INestApplicationContext } from '@nestjs/common';
import { EditSite, Site, systemCtx } from '@pipit/cms';
import { DataSource } from 'typeorm';
import { BadSetting } from './options.js';

/** Ports which an address does not spell out. */
const DEFAULT_PORT: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/** Tells the default site where its frontend is, so that the addresses of pages lead there. */
export async function applySiteAddress(app: INestApplicationContext, siteUrl: string): Promise<void> {
  const url = URL.canParse(siteUrl) ? new URL(siteUrl) : null;
  const port = url && (Number(url.port) || DEFAULT_PORT[url.protocol]);
  if (!url || !port) throw new BadSetting(`PIPIT_SITE_URL is no web address: “${siteUrl}”.`);
  const ctx = systemCtx(app.get(DataSource).manager, 'PIPIT_SITE_URL');
  const site = await ctx.manager.findOneBy(Site, { isDefault: true });
  if (!site || (site.hostname === url.hostname && site.port === port)) return;
  await app.get(EditSite).run(ctx, { siteId: site.id, hostname: url.hostname, port });
}
