import { titleOfRecord } from '@pipit/records';
import { Injectable } from '@nestjs/common';
import type { ContentType, JsonObject } from '@pipit/content-types';
import { Action, Hooks, notFound, type WriteCtx } from '@pipit/kernel';
import { Revisions, WorkingCopies, changedFields, restoreParts, TypeFields, changedValues } from '@pipit/revisions';
import { SnippetEdited } from '../events.js';
import { BeforeSnippetRevert } from '../hooks.js';
import { snapshotOf } from '../snippet-row.js';
import { withoutDrafts } from '../snippet-values.js';
import { SnippetAccess, type SnippetWish } from './snippet-access.js';
import { SnippetWriter, auditSubject } from './snippet-writer.js';

/** Which earlier state comes back. */
export interface RevertSnippetInput extends SnippetWish {
  readonly revisionId: number;
  /** Only these fields, or parts of fields by pointers with ids: `body`, `/body/0190…`. Default: all. */
  readonly fields?: readonly string[] | undefined;
}

/** Makes an earlier version's values the latest draft. Nothing is lost: it is a new version. */
@Injectable()
export class RevertSnippet extends Action<RevertSnippetInput, void> {
  constructor(
    private readonly access: SnippetAccess,
    private readonly fields: TypeFields,
    private readonly revisions: Revisions,
    private readonly writer: SnippetWriter,
    private readonly hooks: Hooks,
    private readonly copies: WorkingCopies,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: RevertSnippetInput): Promise<void> {
    const { type, row, draft } = await this.access.take(ctx, input, 'snippet.edit');
    if (!type.drafts) throw withoutDrafts(type);
    const old = await this.revisions.find(ctx, { type: type.name, id: row.id }, input.revisionId);
    if (!old) throw notFound(`The ${type.label} has no version ${input.revisionId}.`);
    const values = input.fields
      ? changedValues(type, restoreParts(draft, old.snapshot.fields, input.fields), {})
      : await this.whole(ctx, type, draft, old.snapshot.fields);
    await this.fields.requireWritable(ctx, type, draft, values);
    await this.hooks.run(new BeforeSnippetRevert(ctx, { type, id: row.id }, old.id, values));
    const saved = await this.writer.save(ctx, type, row, values, input.fields ? draft : old.snapshot.fields);
    if (!input.fields) await this.copies.discard(ctx, { type: type.name, id: row.id });
    const data = { from: old.id, fields: changedFields(snapshotOf(type, draft), snapshotOf(type, saved)) };
    const revisionId = row.latestRevisionId ?? null;
    ctx.record({ action: 'snippet.revert', subject: auditSubject(type, row, saved), revisionId, data });
    ctx.emit(new SnippetEdited(type.name, row.id, titleOfRecord(type, row.id, saved)));
  }

  /** Fields that came later, and those the person may not change, stay as they are. */
  private async whole(ctx: WriteCtx, type: ContentType, draft: JsonObject, old: JsonObject): Promise<JsonObject> {
    const closed = await this.fields.closed(ctx, type);
    const kept = Object.entries(draft).filter(([name]) => closed.has(name));
    return changedValues(type, { ...draft, ...old, ...Object.fromEntries(kept) }, {});
  }
}
