import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, notFound, type WriteCtx } from '@pipit/kernel';
import { Site } from '../../site.entity.js';
import { PageTree } from '../../tree/page-tree.js';
import { PageUrls } from '../../tree/page-urls.js';
import { SiteEdited } from '../events.js';
import { BeforeSiteEdit } from '../hooks.js';
import { SiteRules, type SiteValues } from '../site-rules.js';
import { siteSubject } from './create-site.action.js';

/** What is to be different about a site; the rest stays as it is. */
export interface EditSiteInput extends Partial<SiteValues> {
  readonly siteId: number;
}

/** Changes a site. Another home page gives its pages other addresses, in the same transaction; former ones lead on. */
@Injectable()
export class EditSite extends Action<EditSiteInput, Site> {
  constructor(
    private readonly policy: Policy,
    private readonly rules: SiteRules,
    private readonly tree: PageTree,
    private readonly urls: PageUrls,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { siteId, ...changes }: EditSiteInput): Promise<Site> {
    await this.policy.require(ctx, 'site.edit');
    await this.tree.lockForMove(ctx);
    const site = await ctx.manager.findOne(Site, { where: { id: siteId }, lock: { mode: 'pessimistic_write' } });
    if (!site) throw notFound(`There is no site ${siteId}.`);
    const before = valuesOf(site);
    const values = await this.rules.check(ctx, { ...before, ...changes }, siteId);
    await this.hooks.run(new BeforeSiteEdit(ctx, site, values));
    if (values.isDefault) await this.rules.leaveDefault(ctx, siteId);
    await ctx.manager.update(Site, siteId, { ...values });
    if (values.rootPageId !== before.rootPageId) await this.urls.refreshSite(ctx, siteId);
    ctx.record({
      action: 'site.edit',
      subject: siteSubject({ id: siteId, ...values }),
      data: { before, after: values },
    });
    ctx.emit(new SiteEdited(siteId));
    return Object.assign(site, values);
  }
}

function valuesOf({ hostname, port, name, rootPageId, isDefault }: Site): SiteValues {
  return { hostname, port, name, rootPageId, isDefault };
}
