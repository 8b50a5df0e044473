import { titleOfRecord } from '@pipit/records';
import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@pipit/content-types';
import { Action, type WriteCtx } from '@pipit/kernel';
import { WorkingCopies, changedFields, TypeFields, changedValues } from '@pipit/revisions';
import { SnippetEdited } from '../events.js';
import { hasDrafts, snapshotOf } from '../snippet-row.js';
import { SnippetAccess } from './snippet-access.js';
import { SnippetWriter, auditSubject } from './snippet-writer.js';

/** New values for a snippet. */
export interface EditSnippetInput {
  readonly type: string;
  readonly id: number;
  /** The version the caller started from; without one any will do. */
  readonly baseVersion?: number | undefined;
  /** Changed fields by name. */
  readonly fields: JsonObject;
  /** Goes live in the same transaction; types without drafts are always live. */
  readonly publish?: boolean;
}

/** Changes a snippet: its draft where the type has drafts, else what readers see. */
@Injectable()
export class EditSnippet extends Action<EditSnippetInput, void> {
  constructor(
    private readonly access: SnippetAccess,
    private readonly fields: TypeFields,
    private readonly writer: SnippetWriter,
    private readonly copies: WorkingCopies,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: EditSnippetInput): Promise<void> {
    const { type, row, draft } = await this.access.take(ctx, input, 'snippet.edit');
    if (type.drafts && input.publish) await this.access.require(ctx, type, 'snippet.publish');
    const values = changedValues(type, draft, input.fields);
    await this.fields.requireWritable(ctx, type, draft, values);
    const saved = await this.writer.save(ctx, type, row, values, draft);
    await this.copies.discard(ctx, { type: type.name, id: row.id });
    const data = { fields: changedFields(snapshotOf(type, draft), snapshotOf(type, saved)) };
    const revisionId = row.latestRevisionId ?? null;
    ctx.record({ action: 'snippet.edit', subject: auditSubject(type, row, saved), revisionId, data });
    ctx.emit(new SnippetEdited(type.name, row.id, titleOfRecord(type, row.id, saved)));
    if (input.publish && hasDrafts(type, row)) await this.writer.publish(ctx, type, row, draft);
  }
}
