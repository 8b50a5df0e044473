import { Injectable } from '@nestjs/common';
import { Restrictions, type RestrictionInput } from '@pipit/access';
import { Action, Hooks, type WriteCtx } from '@pipit/kernel';
import { Aliases } from '../aliases/aliases.js';
import { PageAccess } from '../actions/page-access.js';
import { auditSubject } from '../actions/page-writer.js';
import { PageRestricted } from '../events.js';
import { BeforePrivacyChange } from '../hooks.js';
import type { Page } from '../page.entity.js';

/** Who may read a page and all below it. */
export interface RestrictPageInput extends RestrictionInput {
  readonly pageId: number;
}

/** Narrows who may read a page and all below it, once it is live. What covers pages above holds besides. */
@Injectable()
export class RestrictPage extends Action<RestrictPageInput, Page> {
  constructor(
    private readonly access: PageAccess,
    private readonly restrictions: Restrictions,
    private readonly hooks: Hooks,
    private readonly aliases: Aliases,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: RestrictPageInput): Promise<Page> {
    const { pageId, kind } = input;
    // An editor's lock is about what the page says; hiding it may not have to wait.
    const page = await this.access.takeLocked(ctx, pageId);
    await this.access.requireOn(ctx, page, 'page.publish');
    await this.access.requireOwnContent(ctx, page);
    await this.hooks.run(new BeforePrivacyChange(ctx, page, kind));
    const groups = await this.restrictions.set(ctx, { kind: 'page', targetId: pageId }, input);
    await this.aliases.followPrivacy(ctx, pageId);
    const data = { kind, ...(groups.length > 0 ? { groups } : {}) };
    ctx.record({ action: 'page.restrict', subject: auditSubject(page), data });
    ctx.emit(new PageRestricted(page));
    return page;
  }
}
