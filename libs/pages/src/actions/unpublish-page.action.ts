import { Injectable } from '@nestjs/common';
import { Action, Hooks, invalid, type WriteCtx } from '@pipit/kernel';
import { noteWithdrawal } from '@pipit/revisions';
import { SearchIndexing } from '@pipit/search';
import { Aliases } from '../aliases/aliases.js';
import { PageUnpublished } from '../events.js';
import { BeforeUnpublish } from '../hooks.js';
import type { Page } from '../page.entity.js';
import { PageUrls } from '../tree/page-urls.js';
import { PageAccess } from './page-access.js';
import { PageWriter, auditSubject } from './page-writer.js';

/** Takes a page offline. Its content, revisions and references stay. */
@Injectable()
export class UnpublishPage extends Action<{ readonly pageId: number }, Page> {
  constructor(
    private readonly access: PageAccess,
    private readonly writer: PageWriter,
    private readonly urls: PageUrls,
    private readonly hooks: Hooks,
    private readonly search: SearchIndexing,
    private readonly aliases: Aliases,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { pageId }: { readonly pageId: number }): Promise<Page> {
    const page = await this.access.take(ctx, pageId, 'page.publish');
    if (!page.live) throw invalid(`“${page.draftTitle}” is not live.`);
    await this.hooks.run(new BeforeUnpublish(ctx, page));
    noteWithdrawal(page);
    await this.writer.saveState(ctx, page);
    await this.writer.forgetLiveReferences(ctx, page);
    await this.urls.refresh(ctx, page);
    await this.search.refresh(ctx, 'page', [page.id]);
    await this.aliases.follow(ctx, page);
    ctx.record({ action: 'page.unpublish', subject: auditSubject(page) });
    ctx.emit(new PageUnpublished(page));
    return page;
  }
}
