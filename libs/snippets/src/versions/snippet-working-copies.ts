import { Injectable } from '@nestjs/common';
import type { ContentType } from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';
import type { RecordWorkToKeep, RecordWorkingCopy } from '@pipit/records';
import {
  TypeFields,
  WorkingCopies,
  baseRevisionGone,
  changedFields,
  changedValues,
  requireValid,
} from '@pipit/revisions';
import { SnippetAccess } from '../actions/snippet-access.js';
import { findSnippet } from '../queries/snippet-rows.js';
import { SnippetDrafts } from '../snippet-drafts.js';
import { snapshotOf, type SnippetRow } from '../snippet-row.js';

/** The acting person's own unsaved work on snippets of types with drafts. */
@Injectable()
export class SnippetWorkingCopies {
  constructor(
    private readonly copies: WorkingCopies,
    private readonly access: SnippetAccess,
    private readonly drafts: SnippetDrafts,
    private readonly fields: TypeFields,
  ) {}

  /** The work on a snippet; null when there is none. */
  async find(ctx: Ctx, type: ContentType, id: number): Promise<RecordWorkingCopy | null> {
    const row = await this.editable(ctx, type, id);
    const work = await this.copies.find(ctx, { type: type.name, id });
    if (!work) return null;
    const { baseRevisionId, snapshot, updatedAt } = work;
    const base = await this.drafts.at(ctx, type, row, baseRevisionId);
    const changed = changedFields(base && snapshotOf(type, base), snapshot);
    const { isReadable } = await this.fields.told(ctx, type);
    return {
      baseRevisionId,
      updatedAt,
      fields: await this.fields.readable(ctx, type, snapshot.fields),
      changedFields: changed.filter(isReadable),
    };
  }

  /** Keeps changed values. They may be incomplete, but not of the wrong shape. */
  async keep(ctx: Ctx, type: ContentType, id: number, work: RecordWorkToKeep): Promise<Date> {
    const { baseRevisionId, replaces } = work;
    const row = await this.editable(ctx, type, id);
    const base = await this.drafts.at(ctx, type, row, baseRevisionId);
    if (!base) throw baseRevisionGone('The version this work began with is not kept any more.');
    const values = changedValues(type, base, work.fields);
    await this.fields.requireWritable(ctx, type, base, values);
    requireValid(type, values, 'keep', base);
    const snapshot = snapshotOf(type, values);
    return this.copies.save(ctx, { type: type.name, id }, { baseRevisionId, snapshot, replaces });
  }

  /** Gives the work up. */
  async discard(ctx: Ctx, type: ContentType, id: number): Promise<void> {
    await this.editable(ctx, type, id);
    await this.copies.discard(ctx, { type: type.name, id });
  }

  private async editable(ctx: Ctx, type: ContentType, id: number): Promise<SnippetRow> {
    await this.access.require(ctx, type, 'snippet.edit');
    return findSnippet(ctx, type, id);
  }
}
