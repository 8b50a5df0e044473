import { Injectable } from '@nestjs/common';
import { Action, Hooks, badRequest, invalid, type WriteCtx } from '@pipit/kernel';
import { Schedules, type ScheduleKind, type ScheduleWish } from '@pipit/revisions';
import { PageAccess } from '../actions/page-access.js';
import { PageWriter, auditSubject } from '../actions/page-writer.js';
import { PageSnapshots } from '../content/page-snapshots.js';
import { PageTypes } from '../content/page-types.js';
import { PageScheduled } from '../events.js';
import { BeforeSchedule } from '../hooks.js';
import type { Page } from '../page.entity.js';

/** When a page goes live and offline. */
export interface SchedulePageInput extends ScheduleWish {
  readonly pageId: number;
  /** The revision the caller looked at; a newer one is not approved unseen. Needed for `goLive`. */
  readonly baseRevisionId?: number | null;
}

/**
 * Approves the latest draft to go live at a time, and sets when the page goes offline. The draft may move on: what was
 * approved goes live. Times that are set already are replaced.
 */
@Injectable()
export class SchedulePage extends Action<SchedulePageInput, Page> {
  constructor(
    private readonly access: PageAccess,
    private readonly types: PageTypes,
    private readonly snapshots: PageSnapshots,
    private readonly writer: PageWriter,
    private readonly schedules: Schedules,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: SchedulePageInput): Promise<Page> {
    const { pageId, goLive, expire } = input;
    if (goLive === undefined && expire === undefined)
      throw badRequest('Say when it goes live, or when it goes offline.');
    const page = await this.access.take(ctx, pageId, 'page.publish');
    const pending = await this.schedules.of(ctx, { type: 'page', id: page.id });
    const moments = await this.schedules.resolve(ctx, input, pending);
    if (goLive) await this.requireReady(ctx, page, input.baseRevisionId ?? null);
    await this.hooks.run(new BeforeSchedule(ctx, page, moments, await this.snapshots.draftOf(ctx, page)));
    const data = {
      ...(await this.plan(ctx, page, input, moments, 'goLive')),
      ...(await this.plan(ctx, page, input, moments, 'expire')),
    };
    await this.writer.saveState(ctx, page);
    const revisionId = goLive ? page.latestRevisionId : null;
    ctx.record({ action: 'page.schedule', subject: auditSubject(page), revisionId, data });
    ctx.emit(new PageScheduled(page));
    return page;
  }

  /** Does what the wish says about one of the two, and answers what the audit log tells of it. */
  private async plan(
    ctx: WriteCtx,
    page: Page,
    wish: ScheduleWish,
    moments: Partial<Record<ScheduleKind, Date>>,
    kind: ScheduleKind,
  ): Promise<Record<string, unknown>> {
    const [wished, at] = [wish[kind], moments[kind]];
    if (wished === undefined) return {};
    if (!wished || !at) {
      await this.writer.callOff(ctx, page, kind);
      return { [kind]: null };
    }
    const { zone } = wished;
    const revisionId = kind === 'goLive' ? page.latestRevisionId : null;
    await this.schedules.set(
      ctx,
      { type: 'page', id: page.id },
      { kind, at, zone, revisionId, label: page.draftTitle },
    );
    page[`${kind}At`] = at;
    return { [kind]: { at: at.toISOString(), zone } };
  }

  /** What is to go live has to be ready for it now, not only then. */
  private async requireReady(ctx: WriteCtx, page: Page, baseRevisionId: number | null): Promise<void> {
    await this.access.requireBase(ctx, page, baseRevisionId);
    if (page.live && !page.hasUnpublishedChanges) {
      const message = 'All of it is live already. Change something first.';
      throw invalid(message, [{ path: '/goLive', code: 'nothing_new', message }]);
    }
    const draft = await this.snapshots.draftOf(ctx, page);
    // Pages from before they had revisions, as imports bring them.
    if (page.latestRevisionId === null) await this.writer.saveDraft(ctx, page, draft, draft);
    this.snapshots.validate(this.types.of(page), draft, 'publish', draft);
  }
}
