import { Injectable } from '@nestjs/common';
import { Action, Hooks, invalid, type WriteCtx } from '@pipit/kernel';
import { Schedules, decidedBefore, noteWithdrawal, type DueSchedule } from '@pipit/revisions';
import { SearchIndexing } from '@pipit/search';
import { Aliases } from '../aliases/aliases.js';
import { PageUnpublished } from '../events.js';
import { BeforeUnpublish } from '../hooks.js';
import type { Page } from '../page.entity.js';
import { PageUrls } from '../tree/page-urls.js';
import { PageAccess } from './page-access.js';
import { PageWriter, auditSubject } from './page-writer.js';

/** Which page goes offline. */
export interface UnpublishPageInput {
  readonly pageId: number;
  /** Its time has come. */
  readonly due?: DueSchedule;
}

/** Takes a page offline, by hand or because its time has come. Its content, revisions and references stay. */
@Injectable()
export class UnpublishPage extends Action<UnpublishPageInput, Page> {
  constructor(
    private readonly access: PageAccess,
    private readonly writer: PageWriter,
    private readonly urls: PageUrls,
    private readonly hooks: Hooks,
    private readonly search: SearchIndexing,
    private readonly schedules: Schedules,
    private readonly aliases: Aliases,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { pageId, due }: UnpublishPageInput): Promise<Page> {
    const page = await this.access.take(ctx, pageId, 'page.publish');
    if (due) await this.schedules.consume(ctx, due);
    if (due && !page.live) return this.lapse(ctx, page, due);
    if (!page.live) throw invalid(`“${page.draftTitle}” is not live.`);
    await this.hooks.run(new BeforeUnpublish(ctx, page));
    const unscheduled = await this.writer.callOff(ctx, page, 'goLive');
    noteWithdrawal(page);
    page.expired = due !== undefined;
    if (due) page.expireAt = null;
    await this.writer.saveState(ctx, page);
    await this.writer.forgetLiveReferences(ctx, page);
    await this.urls.refreshOwn(ctx, page);
    await this.search.refresh(ctx, 'page', [page.id]);
    await this.aliases.follow(ctx, page);
    const data = due ? { ...decidedBefore(due), expired: true } : unscheduled;
    ctx.record({ action: 'page.unpublish', subject: auditSubject(page), data });
    ctx.emit(new PageUnpublished(page));
    return page;
  }

  /** Somebody took it offline before its time. */
  private async lapse(ctx: WriteCtx, page: Page, due: DueSchedule): Promise<Page> {
    page.expireAt = null;
    await this.writer.saveState(ctx, page);
    const data = { ...decidedBefore(due), reason: 'It was offline already.' };
    ctx.record({ action: 'page.unschedule', subject: auditSubject(page), data });
    return page;
  }
}
