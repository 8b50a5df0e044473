import { titleOfRecord } from '@pipit/records';
import { Injectable } from '@nestjs/common';
import { referencesOf, type ContentType, type JsonObject } from '@pipit/content-types';
import { Hooks, type AuditSubject, type WriteCtx } from '@pipit/kernel';
import { ReferenceIndex } from '@pipit/references';
import {
  ContentStore,
  LinkTargets,
  Revisions,
  Schedules,
  decidedBefore,
  toldOf,
  type DueSchedule,
  type Revision,
  noteDraft,
  notePublication,
  noteWithdrawal,
  requireTargets,
  requireUnique,
  requireValid,
} from '@pipit/revisions';
import { SearchIndexing } from '@pipit/search';
import type { EntityTarget } from 'typeorm';
import { SnippetPublished } from '../events.js';
import { BeforeSnippetPublish, BeforeSnippetSave } from '../hooks.js';
import type { SnippetContent } from '../snippet-content.js';
import { SnippetDrafts } from '../snippet-drafts.js';
import { columnValues, hasDrafts, snapshotOf, type DraftRow, type SnippetRow } from '../snippet-row.js';

/** How audit entries name a snippet. */
export function auditSubject(type: ContentType, { id }: SnippetRow, values: JsonObject): AuditSubject {
  return { type: type.name, id, label: titleOfRecord(type, id, values) };
}

/** Drafts may say what is taken until they go live. */
function uniqueAmong(type: ContentType, { id }: SnippetRow) {
  return { self: id, among: type.drafts ? 't.live' : 'TRUE' };
}

/** The effects that several actions share: keeping new values, making a draft live, hiding what is live. */
@Injectable()
export class SnippetWriter {
  constructor(
    private readonly store: ContentStore,
    private readonly drafts: SnippetDrafts,
    private readonly revisions: Revisions,
    private readonly references: ReferenceIndex,
    private readonly targets: LinkTargets,
    private readonly hooks: Hooks,
    private readonly search: SearchIndexing,
    private readonly schedules: Schedules,
  ) {}

  /** Stores new values: as the latest draft where the type has drafts, else for readers at once. */
  async save(
    ctx: WriteCtx,
    type: ContentType,
    row: SnippetRow,
    values: JsonObject,
    stored: JsonObject | null,
  ): Promise<JsonObject> {
    const hook = new BeforeSnippetSave(ctx, { type, id: row.id }, values);
    await this.hooks.run(hook);
    const { fields } = hook;
    requireValid(type, fields, type.drafts ? 'save' : 'publish', stored);
    await requireTargets(ctx, this.targets, type, fields, stored);
    await requireUnique(ctx, type, fields, uniqueAmong(type, row));
    row.version += 1;
    row.updatedAt = new Date();
    if (hasDrafts(type, row)) await this.saveDraft(ctx, type, row, fields);
    else await this.show(ctx, type, row, fields);
    return fields;
  }

  /** Makes the latest draft what readers see, or an earlier one that was approved. A time that was set for it is void. */
  async publish(
    ctx: WriteCtx,
    type: ContentType,
    row: DraftRow,
    stored: JsonObject | null,
    { revision, due }: { readonly revision?: Revision; readonly due?: DueSchedule } = {},
  ): Promise<void> {
    const draft = await this.drafts.draftOf(ctx, type, row);
    const fields = revision?.snapshot.fields ?? draft;
    requireValid(type, fields, 'publish', stored);
    await requireTargets(ctx, this.targets, type, fields, fields);
    await requireUnique(ctx, type, fields, uniqueAmong(type, row));
    const calledOff = await this.schedules.cancel(ctx, { type: type.name, id: row.id }, ['goLive']);
    // Rows from before their type had drafts were public all the time.
    if (row.live) row.firstPublishedAt ??= row.createdAt;
    notePublication(row, await this.schedules.now(ctx), revision?.id);
    await this.show(ctx, type, row, fields, draft);
    const subject = auditSubject(type, row, fields);
    const data = due ? decidedBefore(due) : toldOf(calledOff);
    ctx.record({ action: 'snippet.publish', subject, revisionId: row.liveRevisionId, data });
  }

  /** Hides the snippet from readers; its row and its draft stay. */
  async withdraw(ctx: WriteCtx, type: ContentType, row: DraftRow, draft: JsonObject): Promise<void> {
    noteWithdrawal(row);
    await this.saveState(ctx, type, row);
    await this.pointAt(ctx, type, row, null, draft);
    await this.search.refresh(ctx, type.name, [row.id]);
  }

  /** Writes the row's own columns, declared fields left out. */
  async saveState(ctx: WriteCtx, type: ContentType, row: SnippetRow): Promise<void> {
    await ctx.manager.update(type.target as EntityTarget<SnippetContent>, row.id, columnValues(type, row));
  }

  private async saveDraft(ctx: WriteCtx, type: ContentType, row: DraftRow, fields: JsonObject): Promise<void> {
    const revision = await this.revisions.add(ctx, {
      subject: { type: type.name, id: row.id },
      contentType: type.name,
      label: titleOfRecord(type, row.id, fields),
      snapshot: snapshotOf(type, fields),
      baseRevisionId: row.latestRevisionId,
    });
    noteDraft(row, revision);
    if (row.live) await this.saveState(ctx, type, row);
    else await this.store.write(ctx, type.target, row.id, fields, columnValues(type, row));
    const live = row.live ? await this.drafts.rowOf(ctx, type, row) : null;
    await this.pointAt(ctx, type, row, live, fields);
  }

  private async show(
    ctx: WriteCtx,
    type: ContentType,
    row: SnippetRow,
    fields: JsonObject,
    draft = fields,
  ): Promise<void> {
    await this.hooks.run(new BeforeSnippetPublish(ctx, { type, id: row.id }, fields));
    await this.store.write(ctx, type.target, row.id, fields, columnValues(type, row));
    await this.pointAt(ctx, type, row, fields, draft);
    await this.search.refresh(ctx, type.name, [row.id]);
    ctx.emit(new SnippetPublished(type.name, row.id, titleOfRecord(type, row.id, fields)));
  }

  private async pointAt(
    ctx: WriteCtx,
    { name, fields }: ContentType,
    { id }: SnippetRow,
    live: JsonObject | null,
    draft: JsonObject,
  ): Promise<void> {
    const sides = { live: live && referencesOf(fields, live), draft: referencesOf(fields, draft) };
    await this.references.replace(ctx, { type: name, id }, sides);
  }
}
