import { titleOfRecord } from '@pipit/records';
import { Injectable } from '@nestjs/common';
import { Action, Hooks, notFound, type WriteCtx } from '@pipit/kernel';
import { Revisions, changedFields, TypeFields, changedValues } from '@pipit/revisions';
import { SnippetEdited } from '../events.js';
import { BeforeSnippetRevert } from '../hooks.js';
import { snapshotOf } from '../snippet-row.js';
import { withoutDrafts } from '../snippet-values.js';
import { SnippetAccess, type SnippetWish } from './snippet-access.js';
import { SnippetWriter, auditSubject } from './snippet-writer.js';

/** Which earlier state comes back. */
export interface RevertSnippetInput extends SnippetWish {
  readonly revisionId: number;
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
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: RevertSnippetInput): Promise<void> {
    const { type, row, draft } = await this.access.take(ctx, input, 'snippet.edit');
    if (!type.drafts) throw withoutDrafts(type);
    const old = await this.revisions.find(ctx, { type: type.name, id: row.id }, input.revisionId);
    if (!old) throw notFound(`The ${type.label} has no version ${input.revisionId}.`);
    // Fields that came later, and those the person may not change, stay as they are.
    const closed = await this.fields.closed(ctx, type);
    const kept = Object.entries(draft).filter(([name]) => closed.has(name));
    const values = changedValues(type, { ...draft, ...old.snapshot.fields, ...Object.fromEntries(kept) }, {});
    await this.hooks.run(new BeforeSnippetRevert(ctx, { type, id: row.id }, old.id, values));
    const saved = await this.writer.save(ctx, type, row, values, old.snapshot.fields);
    const data = { from: old.id, fields: changedFields(snapshotOf(type, draft), snapshotOf(type, saved)) };
    const revisionId = row.latestRevisionId ?? null;
    ctx.record({ action: 'snippet.revert', subject: auditSubject(type, row, saved), revisionId, data });
    ctx.emit(new SnippetEdited(type.name, row.id, titleOfRecord(type, row.id, saved)));
  }
}
