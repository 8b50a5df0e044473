import { Injectable } from '@nestjs/common';
import { Action, Hooks, invalid, type WriteCtx } from '@pipit/kernel';
import type { ScheduleKind } from '@pipit/revisions';
import { PageAccess } from '../actions/page-access.js';
import { PageWriter, auditSubject } from '../actions/page-writer.js';
import { PageUnscheduled } from '../events.js';
import { BeforeUnschedule } from '../hooks.js';
import type { Page } from '../page.entity.js';

/** What is called off. */
export interface UnschedulePageInput {
  readonly pageId: number;
  /** Default: both. */
  readonly kind?: ScheduleKind | undefined;
}

/** Calls off that a page goes live or offline at a time. */
@Injectable()
export class UnschedulePage extends Action<UnschedulePageInput, Page> {
  constructor(
    private readonly access: PageAccess,
    private readonly writer: PageWriter,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { pageId, kind }: UnschedulePageInput): Promise<Page> {
    const page = await this.access.take(ctx, pageId, 'page.publish');
    await this.hooks.run(new BeforeUnschedule(ctx, page));
    const kinds: readonly ScheduleKind[] = kind ? [kind] : ['goLive', 'expire'];
    const data = await this.writer.callOff(ctx, page, ...kinds);
    if (Object.keys(data).length === 0) throw invalid(`Nothing is planned for “${page.draftTitle}”.`);
    await this.writer.saveState(ctx, page);
    ctx.record({ action: 'page.unschedule', subject: auditSubject(page), data });
    ctx.emit(new PageUnscheduled(page));
    return page;
  }
}
