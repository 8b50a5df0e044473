import { titleOfRecord } from '@pipit/records';
import { Injectable } from '@nestjs/common';
import { Action, Hooks, invalid, type WriteCtx } from '@pipit/kernel';
import { Schedules, decidedBefore, toldOf, type DueSchedule } from '@pipit/revisions';
import { SnippetUnpublished } from '../events.js';
import { BeforeSnippetUnpublish } from '../hooks.js';
import { hasDrafts } from '../snippet-row.js';
import { withoutDrafts } from '../snippet-values.js';
import { SnippetAccess, type SnippetWish } from './snippet-access.js';
import { SnippetWriter, auditSubject } from './snippet-writer.js';

/** Which snippet goes offline. */
export interface UnpublishSnippetInput extends SnippetWish {
  /** Its time has come. */
  readonly due?: DueSchedule;
}

/** Hides a snippet from readers, by hand or because its time has come. Its content, its versions and what links to it stay. */
@Injectable()
export class UnpublishSnippet extends Action<UnpublishSnippetInput, void> {
  constructor(
    private readonly access: SnippetAccess,
    private readonly writer: SnippetWriter,
    private readonly hooks: Hooks,
    private readonly schedules: Schedules,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { due, ...wish }: UnpublishSnippetInput): Promise<void> {
    const { type, row, draft } = await this.access.take(ctx, wish, 'snippet.publish');
    if (!hasDrafts(type, row)) throw withoutDrafts(type);
    const title = titleOfRecord(type, row.id, draft);
    if (due) await this.schedules.consume(ctx, due);
    const subject = auditSubject(type, row, draft);
    if (due && !row.live) {
      const data = { ...decidedBefore(due), reason: 'It was offline already.' };
      return ctx.record({ action: 'snippet.unschedule', subject, data });
    }
    if (!row.live) throw invalid(`“${title}” is not live.`);
    await this.hooks.run(new BeforeSnippetUnpublish(ctx, { type, id: row.id }));
    const calledOff = toldOf(await this.schedules.cancel(ctx, { type: type.name, id: row.id }, ['goLive']));
    row.version += 1;
    row.updatedAt = new Date();
    await this.writer.withdraw(ctx, type, row, draft);
    const data = due ? { ...decidedBefore(due), expired: true } : calledOff;
    ctx.record({ action: 'snippet.unpublish', subject, data });
    ctx.emit(new SnippetUnpublished(type.name, row.id, title));
  }
}
