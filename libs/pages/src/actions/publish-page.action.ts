import { Injectable } from '@nestjs/common';
import { Action, type WriteCtx } from '@pipit/kernel';
import { Revisions, Schedules, type DueSchedule } from '@pipit/revisions';
import { PageSnapshots } from '../content/page-snapshots.js';
import type { Page } from '../page.entity.js';
import { PageAccess } from './page-access.js';
import { PageWriter } from './page-writer.js';

/** Which draft goes live. */
export interface PublishPageInput {
  readonly pageId: number;
  /** The revision the caller looked at; a newer one is not published unseen. */
  readonly baseRevisionId: number | null;
  /** The time has come for the revision that was approved then; drafts saved since stay drafts. */
  readonly due?: DueSchedule;
}

/** Makes the latest draft what readers see, or one that was approved for this time. */
@Injectable()
export class PublishPage extends Action<PublishPageInput, Page> {
  constructor(
    private readonly access: PageAccess,
    private readonly snapshots: PageSnapshots,
    private readonly writer: PageWriter,
    private readonly revisions: Revisions,
    private readonly schedules: Schedules,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: PublishPageInput): Promise<Page> {
    const page = await this.access.take(ctx, input.pageId, 'page.publish');
    if (input.due) return this.publishDue(ctx, page, input.due);
    await this.access.requireBase(ctx, page, input.baseRevisionId);
    await this.writer.publish(ctx, page, await this.snapshots.draftOf(ctx, page));
    return page;
  }

  private async publishDue(ctx: WriteCtx, page: Page, due: DueSchedule): Promise<Page> {
    await this.schedules.consume(ctx, due);
    const revision = await this.revisions.get(ctx, due.revisionId!);
    await this.writer.publish(ctx, page, revision.snapshot, { revision, due });
    return page;
  }
}
