import { Injectable } from '@nestjs/common';
import { Action, type WriteCtx } from '@pipit/kernel';
import { Revisions, Schedules, type DueSchedule } from '@pipit/revisions';
import { hasDrafts } from '../snippet-row.js';
import { withoutDrafts } from '../snippet-values.js';
import { SnippetAccess, type SnippetWish } from './snippet-access.js';
import { SnippetWriter } from './snippet-writer.js';

/** Which snippet goes live. */
export interface PublishSnippetInput extends SnippetWish {
  /** The time has come for the revision that was approved then; drafts saved since stay drafts. */
  readonly due?: DueSchedule;
}

/** Makes the latest draft what readers see, or one that was approved for this time. */
@Injectable()
export class PublishSnippet extends Action<PublishSnippetInput, void> {
  constructor(
    private readonly access: SnippetAccess,
    private readonly writer: SnippetWriter,
    private readonly revisions: Revisions,
    private readonly schedules: Schedules,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { due, ...wish }: PublishSnippetInput): Promise<void> {
    const { type, row, draft } = await this.access.take(ctx, wish, 'snippet.publish');
    if (!hasDrafts(type, row)) throw withoutDrafts(type);
    if (due) await this.schedules.consume(ctx, due);
    row.version += 1;
    row.updatedAt = new Date();
    if (!due) return this.writer.publish(ctx, type, row, draft);
    const revision = await this.revisions.get(ctx, due.revisionId!);
    await this.writer.publish(ctx, type, row, revision.snapshot.fields, { revision, due });
  }
}
