import { Injectable } from '@nestjs/common';
import { Restrictions } from '@pipit/access';
import { Action, Hooks, invalid, type WriteCtx } from '@pipit/kernel';
import { Aliases } from '../aliases/aliases.js';
import { PageAccess } from '../actions/page-access.js';
import { auditSubject } from '../actions/page-writer.js';
import { PageOpened } from '../events.js';
import { BeforePrivacyChange } from '../hooks.js';
import type { Page } from '../page.entity.js';

/** Lets everybody read a page again. What covers pages above still holds. */
@Injectable()
export class OpenPage extends Action<{ readonly pageId: number }, Page> {
  constructor(
    private readonly access: PageAccess,
    private readonly restrictions: Restrictions,
    private readonly hooks: Hooks,
    private readonly aliases: Aliases,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { pageId }: { readonly pageId: number }): Promise<Page> {
    const page = await this.access.takeLocked(ctx, pageId);
    await this.access.requireOn(ctx, page, 'page.publish');
    await this.access.requireOwnContent(ctx, page);
    const place = { kind: 'page', targetId: pageId } as const;
    if (!(await this.restrictions.of(ctx, place))) throw invalid(`“${page.draftTitle}” is not restricted itself.`);
    await this.hooks.run(new BeforePrivacyChange(ctx, page, null));
    const kind = await this.restrictions.lift(ctx, place);
    await this.aliases.followPrivacy(ctx, pageId);
    ctx.record({ action: 'page.open', subject: auditSubject(page), data: { kind } });
    ctx.emit(new PageOpened(page));
    return page;
  }
}
