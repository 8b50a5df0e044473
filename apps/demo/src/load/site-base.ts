import { Locale, Site, newUuid, type WriteCtx } from '@pipit/cms';

/** The second language of the demo. The first one comes with every installation. */
export async function addGerman(ctx: WriteCtx): Promise<void> {
  const english = await ctx.manager.findOneByOrFail(Locale, { isDefault: true });
  const german = await ctx.manager.save(
    ctx.manager.create(Locale, {
      uuid: newUuid(),
      code: 'de',
      name: 'Deutsch',
      isDefault: false,
      fallbackId: english.id,
    }),
  );
  ctx.record({ action: 'locale.add', subject: { type: 'locale', id: german.id, label: german.name } });
}

/** The site at localhost, which also answers for hosts that no site names. */
export async function addSite(ctx: WriteCtx, name: string, rootPageId: number): Promise<void> {
  const site = await ctx.manager.save(
    ctx.manager.create(Site, { uuid: newUuid(), hostname: 'localhost', port: 80, name, rootPageId, isDefault: true }),
  );
  ctx.record({ action: 'site.add', subject: { type: 'site', id: site.id, label: site.name } });
}
