import { Injectable } from '@nestjs/common';
import { Action, Hooks, badRequest, invalid, type WriteCtx } from '@pipit/kernel';
import { titleOfRecord } from '@pipit/records';
import { Schedules, requireValid, type ScheduleWish } from '@pipit/revisions';
import { SnippetAccess, type SnippetWish, type TakenSnippet } from '../actions/snippet-access.js';
import { SnippetWriter, auditSubject } from '../actions/snippet-writer.js';
import { SnippetScheduled } from '../events.js';
import { BeforeSnippetSchedule } from '../hooks.js';
import { hasDrafts } from '../snippet-row.js';
import { withoutDrafts } from '../snippet-values.js';

/** When a snippet goes live and offline. */
export interface ScheduleSnippetInput extends SnippetWish, ScheduleWish {}

/** Approves the latest draft to go live at a time, and sets when the snippet goes offline. The draft may move on. */
@Injectable()
export class ScheduleSnippet extends Action<ScheduleSnippetInput, void> {
  constructor(
    private readonly access: SnippetAccess,
    private readonly schedules: Schedules,
    private readonly writer: SnippetWriter,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: ScheduleSnippetInput): Promise<void> {
    if (input.goLive === undefined && input.expire === undefined)
      throw badRequest('Say when it goes live, or when it goes offline.');
    const taken = await this.access.take(ctx, input, 'snippet.publish');
    const { type, row, draft } = taken;
    if (!hasDrafts(type, row)) throw withoutDrafts(type);
    const subject = { type: type.name, id: row.id };
    const moments = await this.schedules.resolve(ctx, input, await this.schedules.of(ctx, subject));
    if (input.goLive) await this.requireReady(ctx, taken);
    await this.hooks.run(new BeforeSnippetSchedule(ctx, { type, id: row.id }, moments, draft));
    const label = titleOfRecord(type, row.id, draft);
    const data: Record<string, unknown> = {};
    for (const kind of ['goLive', 'expire'] as const) {
      const [wished, at] = [input[kind], moments[kind]];
      if (wished === undefined) continue;
      data[kind] = wished && at ? { at: at.toISOString(), zone: wished.zone } : null;
      if (wished && at) {
        const revisionId = kind === 'goLive' ? (row.latestRevisionId ?? null) : null;
        await this.schedules.set(ctx, subject, { kind, at, zone: wished.zone, revisionId, label });
      } else await this.schedules.cancel(ctx, subject, [kind]);
    }
    const revisionId = input.goLive ? row.latestRevisionId : null;
    ctx.record({ action: 'snippet.schedule', subject: auditSubject(type, row, draft), revisionId, data });
    ctx.emit(new SnippetScheduled(type.name, row.id, label));
  }

  /** What is to go live has to be ready for it now, not only then. */
  private async requireReady(ctx: WriteCtx, { type, row, draft }: TakenSnippet): Promise<void> {
    if (!hasDrafts(type, row)) return;
    if (row.live && !row.hasUnpublishedChanges) {
      const message = 'All of it is live already. Change something first.';
      throw invalid(message, [{ path: '/goLive', code: 'nothing_new', message }]);
    }
    // Rows from before their type had drafts have no version yet.
    if (row.latestRevisionId === null) await this.writer.save(ctx, type, row, draft, draft);
    requireValid(type, draft, 'publish', draft);
  }
}
