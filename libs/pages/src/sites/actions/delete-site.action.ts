import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, inUse, notFound, type WriteCtx } from '@pipit/kernel';
import { Site } from '../../site.entity.js';
import { PageTree } from '../../tree/page-tree.js';
import { SiteDeleted } from '../events.js';
import { BeforeSiteDelete } from '../hooks.js';
import { siteSubject } from './create-site.action.js';

/** Removes a site with its addresses, redirects and settings. Its pages stay. */
@Injectable()
export class DeleteSite extends Action<{ readonly siteId: number }, void> {
  constructor(
    private readonly policy: Policy,
    private readonly tree: PageTree,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { siteId }: { readonly siteId: number }): Promise<void> {
    await this.policy.require(ctx, 'site.delete');
    await this.tree.lockForMove(ctx);
    const sites = await ctx.manager.find(Site);
    const site = sites.find(({ id }) => id === siteId);
    if (!site) throw notFound(`There is no site ${siteId}.`);
    if (site.isDefault && sites.length > 1) {
      throw inUse('It is the default site. Make another one the default first.');
    }
    await this.hooks.run(new BeforeSiteDelete(ctx, site));
    await ctx.manager.delete(Site, siteId);
    const { hostname, port, name, rootPageId } = site;
    ctx.record({ action: 'site.delete', subject: siteSubject(site), data: { hostname, port, name, rootPageId } });
    ctx.emit(new SiteDeleted(siteId));
  }
}
