import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, newUuid, type WriteCtx } from '@pipit/kernel';
import { Site } from '../../site.entity.js';
import { PageTree } from '../../tree/page-tree.js';
import { PageUrls } from '../../tree/page-urls.js';
import { SiteAdded } from '../events.js';
import { BeforeSiteAdd } from '../hooks.js';
import { SiteRules, type SiteValues } from '../site-rules.js';

/** Adds a site. The first one is the default, and one that is to be takes that from another. */
@Injectable()
export class CreateSite extends Action<SiteValues, Site> {
  constructor(
    private readonly policy: Policy,
    private readonly rules: SiteRules,
    private readonly tree: PageTree,
    private readonly urls: PageUrls,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: SiteValues): Promise<Site> {
    await this.policy.require(ctx, 'site.add');
    await this.tree.lockForMove(ctx);
    const values = await this.rules.check(ctx, input, null);
    await this.hooks.run(new BeforeSiteAdd(ctx, values));
    if (values.isDefault) await this.rules.leaveDefault(ctx, null);
    const site = await ctx.manager.save(ctx.manager.create(Site, { ...values, uuid: newUuid() }));
    await this.urls.refreshSite(ctx, site.id);
    ctx.record({ action: 'site.add', subject: siteSubject(site), data: { ...values } });
    ctx.emit(new SiteAdded(site.id));
    return site;
  }
}

/** How audit entries name a site. */
export function siteSubject({ id, name, hostname }: Pick<Site, 'id' | 'name' | 'hostname'>) {
  return { type: 'site', id, label: name || hostname };
}
