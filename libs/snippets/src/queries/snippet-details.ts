import { titleOfRecord } from '@pipit/records';
import { Injectable } from '@nestjs/common';
import type { ContentType } from '@pipit/content-types';
import { actorUserId, notFound, type Ctx, type Paged, type Paging } from '@pipit/kernel';
import type { RecordDetail, RecordRevision, RecordRevisionDetail } from '@pipit/records';
import { Locks, Revisions, Schedules, plansOf, type RevisionSummary, TypeFields } from '@pipit/revisions';
import { SnippetAccess } from '../actions/snippet-access.js';
import { SnippetDrafts } from '../snippet-drafts.js';
import { hasDrafts, stateOf, type SnippetRow } from '../snippet-row.js';
import { SnippetTypes } from '../snippet-types.js';
import { findSnippet } from './snippet-rows.js';

/** Reads single snippets for the management API. */
@Injectable()
export class SnippetDetails {
  constructor(
    private readonly types: SnippetTypes,
    private readonly access: SnippetAccess,
    private readonly drafts: SnippetDrafts,
    private readonly fields: TypeFields,
    private readonly revisions: Revisions,
    private readonly locks: Locks,
    private readonly schedules: Schedules,
  ) {}

  /** One snippet with its latest values and, where it has drafts, with what readers see. */
  async get(ctx: Ctx, typeName: string, id: number): Promise<RecordDetail> {
    const type = this.types.require(typeName);
    await this.access.permissions(ctx, type);
    const row = await findSnippet(ctx, type, id);
    const draft = await this.drafts.draftOf(ctx, type, row);
    const fields = await this.fields.readable(ctx, type, draft);
    const live = hasDrafts(type, row) && row.live ? await this.drafts.rowOf(ctx, type, row) : null;
    return {
      id,
      uuid: row.uuid,
      title: titleOfRecord(type, id, fields),
      updatedAt: row.updatedAt.toISOString(),
      state: stateOf(row),
      fields,
      version: row.version,
      revisionId: row.latestRevisionId ?? null,
      ...(await this.held(ctx, type, id)),
      live: live && (await this.fields.readable(ctx, type, live)),
    };
  }

  /** What types with drafts have besides, and what may be done with the row therefore. */
  private async held(
    ctx: Ctx,
    type: ContentType,
    id: number,
  ): Promise<Pick<RecordDetail, 'can' | 'lock' | 'schedule'>> {
    const may = await this.access.permissions(ctx, type);
    if (!type.drafts)
      return { can: { ...may, schedule: false, lock: false, unlock: false }, lock: null, schedule: null };
    const subject = { type: type.name, id };
    const held = await this.locks.of(ctx, subject);
    const lock = await this.locks.told(ctx, held);
    const isOwn = held.lockedById !== null && held.lockedById === actorUserId(ctx.actor);
    const free = lock?.holds !== true;
    const publish = may.publish && free;
    const can = {
      edit: may.edit && free,
      delete: may.delete && free,
      publish,
      schedule: publish,
      lock: !held.locked && (await this.access.may(ctx, type, 'snippet.lock')),
      unlock: held.locked && (isOwn || (await this.access.may(ctx, type, 'snippet.unlock'))),
    };
    return { can, lock, schedule: plansOf(await this.schedules.of(ctx, subject)) };
  }

  /** A snippet's versions, newest first. */
  async revisionsOf(ctx: Ctx, typeName: string, id: number, paging: Paging): Promise<Paged<RecordRevision>> {
    const type = this.types.require(typeName);
    await this.access.permissions(ctx, type);
    const row = await findSnippet(ctx, type, id);
    const found = await this.revisions.list(ctx, { type: type.name, id }, paging);
    const { isReadable } = await this.fields.told(ctx, type);
    return { total: found.total, items: found.items.map((revision) => withMarks(revision, row, isReadable)) };
  }

  /** One version with its values. */
  async revision(ctx: Ctx, typeName: string, id: number, revisionId: number): Promise<RecordRevisionDetail> {
    const type = this.types.require(typeName);
    await this.access.permissions(ctx, type);
    const row = await findSnippet(ctx, type, id);
    const revision = await this.revisions.find(ctx, { type: type.name, id }, revisionId);
    if (!revision) throw notFound(`The ${type.label} has no version ${revisionId}.`);
    const summary = await this.revisions.summary(ctx, revision);
    return {
      ...withMarks(summary, row, (await this.fields.told(ctx, type)).isReadable),
      fields: await this.fields.readable(ctx, type, revision.snapshot.fields),
    };
  }
}

function withMarks(revision: RevisionSummary, row: SnippetRow, isReadable: (field: string) => boolean): RecordRevision {
  return {
    ...revision,
    changedFields: revision.changedFields.filter(isReadable),
    isLatest: revision.id === row.latestRevisionId,
    isLive: row.live === true && revision.id === row.liveRevisionId,
  };
}
