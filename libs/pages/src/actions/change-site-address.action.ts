import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, notFound, type WriteCtx } from '@pipit/kernel';
import { SiteEdited } from '../events.js';
import { Site } from '../site.entity.js';
import { BeforeSiteEdit } from '../hooks.js';

/** Where a site is to be found from now on. */
export interface ChangeSiteAddressInput {
  readonly siteId: number;
  readonly hostname: string;
  readonly port: number;
}

/** Gives a site another host name or port. Its pages keep their paths. */
@Injectable()
export class ChangeSiteAddress extends Action<ChangeSiteAddressInput, Site> {
  constructor(
    private readonly policy: Policy,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { siteId, hostname, port }: ChangeSiteAddressInput): Promise<Site> {
    await this.policy.require(ctx, 'site.edit');
    const site = await ctx.manager.findOne(Site, { where: { id: siteId }, lock: { mode: 'pessimistic_write' } });
    if (!site) throw notFound(`There is no site ${siteId}.`);
    await this.hooks.run(new BeforeSiteEdit(ctx, site, { hostname, port }));
    const data = { from: `${site.hostname}:${site.port}`, to: `${hostname}:${port}` };
    site.hostname = hostname;
    site.port = port;
    await ctx.manager.update(Site, siteId, { hostname, port });
    ctx.record({ action: 'site.edit', subject: { type: 'site', id: siteId, label: site.name }, data });
    ctx.emit(new SiteEdited(siteId));
    return site;
  }
}
