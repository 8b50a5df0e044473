import { titleOfRecord } from '@pipit/records';
import { Injectable } from '@nestjs/common';
import { Action, type WriteCtx } from '@pipit/kernel';
import { WorkingCopies, changedFields, TypeFields, type MergedWork } from '@pipit/revisions';
import { SnippetEdited } from '../events.js';
import { hasDrafts, snapshotOf } from '../snippet-row.js';
import { SnippetMerging, type SnippetEdit } from '../versions/snippet-merging.js';
import { SnippetAccess } from './snippet-access.js';
import { SnippetWriter, auditSubject } from './snippet-writer.js';

/** New values for a snippet. With `publish` they go live in the same transaction; without drafts they always do. */
export interface EditSnippetInput extends SnippetEdit {
  readonly type: string;
  readonly id: number;
}

/** Changes a snippet: its draft where the type has drafts, else what readers see. Answers what came from others. */
@Injectable()
export class EditSnippet extends Action<EditSnippetInput, MergedWork | null> {
  constructor(
    private readonly access: SnippetAccess,
    private readonly fields: TypeFields,
    private readonly merging: SnippetMerging,
    private readonly writer: SnippetWriter,
    private readonly copies: WorkingCopies,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: EditSnippetInput): Promise<MergedWork | null> {
    const { type, row, draft } = await this.access.take(ctx, { type: input.type, id: input.id }, 'snippet.edit');
    if (type.drafts && input.publish) await this.access.require(ctx, type, 'snippet.publish');
    const { values, merged } = await this.merging.join(ctx, type, row, draft, input);
    await this.fields.requireWritable(ctx, type, draft, values);
    const saved = await this.writer.save(ctx, type, row, values, draft);
    await this.copies.discard(ctx, { type: type.name, id: row.id });
    const data = { fields: changedFields(snapshotOf(type, draft), snapshotOf(type, saved)) };
    const revisionId = row.latestRevisionId ?? null;
    ctx.record({ action: 'snippet.edit', subject: auditSubject(type, row, saved), revisionId, data });
    ctx.emit(new SnippetEdited(type.name, row.id, titleOfRecord(type, row.id, saved)));
    if (input.publish && hasDrafts(type, row)) await this.writer.publish(ctx, type, row, draft);
    return merged;
  }
}
