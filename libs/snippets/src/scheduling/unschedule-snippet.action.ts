import { Injectable } from '@nestjs/common';
import { Action, Hooks, invalid, type WriteCtx } from '@pipit/kernel';
import { titleOfRecord } from '@pipit/records';
import { Schedules, toldOf, type ScheduleKind } from '@pipit/revisions';
import { SnippetAccess, type SnippetWish } from '../actions/snippet-access.js';
import { auditSubject } from '../actions/snippet-writer.js';
import { SnippetUnscheduled } from '../events.js';
import { BeforeSnippetUnschedule } from '../hooks.js';

/** What is called off. */
export interface UnscheduleSnippetInput extends SnippetWish {
  /** Default: both. */
  readonly kind?: ScheduleKind | undefined;
}

/** Calls off that a snippet goes live or offline at a time. */
@Injectable()
export class UnscheduleSnippet extends Action<UnscheduleSnippetInput, void> {
  constructor(
    private readonly access: SnippetAccess,
    private readonly schedules: Schedules,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: UnscheduleSnippetInput): Promise<void> {
    const { type, row, draft } = await this.access.take(ctx, input, 'snippet.publish');
    await this.hooks.run(new BeforeSnippetUnschedule(ctx, { type, id: row.id }));
    const kinds: readonly ScheduleKind[] = input.kind ? [input.kind] : ['goLive', 'expire'];
    const data = toldOf(await this.schedules.cancel(ctx, { type: type.name, id: row.id }, kinds));
    const title = titleOfRecord(type, row.id, draft);
    if (Object.keys(data).length === 0) throw invalid(`Nothing is planned for “${title}”.`);
    ctx.record({ action: 'snippet.unschedule', subject: auditSubject(type, row, draft), data });
    ctx.emit(new SnippetUnscheduled(type.name, row.id, title));
  }
}
