import { Injectable, type OnModuleInit } from '@nestjs/common';
import { parseId } from '@pipit/access';
import type { ContentType, JsonObject } from '@pipit/content-types';
import { notFound, type Ctx } from '@pipit/kernel';
import {
  RecordSources,
  type LatestValues,
  type NewRecord,
  type RecordChange,
  type RecordDetail,
  type RecordDrafts,
  type RecordId,
  type RecordSource,
  type RecordTable,
} from '@pipit/records';
import { ContentStore, type MergedWork } from '@pipit/revisions';
import { CreateSnippet } from './actions/create-snippet.action.js';
import { DeleteSnippet } from './actions/delete-snippet.action.js';
import { EditSnippet } from './actions/edit-snippet.action.js';
import { PublishSnippet } from './actions/publish-snippet.action.js';
import { RevertSnippet } from './actions/revert-snippet.action.js';
import { UnpublishSnippet } from './actions/unpublish-snippet.action.js';
import { LockSnippet } from './locking/lock-snippet.action.js';
import { UnlockSnippet } from './locking/unlock-snippet.action.js';
import { ScheduleSnippet } from './scheduling/schedule-snippet.action.js';
import { UnscheduleSnippet } from './scheduling/unschedule-snippet.action.js';
import { SnippetDetails } from './queries/snippet-details.js';
import { findSnippets } from './queries/snippet-rows.js';
import { SnippetDrafts } from './snippet-drafts.js';
import { NameSnippetRevision } from './versions/name-snippet-revision.action.js';
import { SnippetComparison } from './versions/snippet-comparison.js';
import { SnippetWorkingCopies } from './versions/snippet-working-copies.js';
import { DRAFT_TITLE_SQL, STATE_SQL } from './snippet-row.js';

/** Serves snippets through the routes of records. */
@Injectable()
export class SnippetRecords implements RecordSource, OnModuleInit {
  readonly category = 'snippet';
  readonly permissions = {
    view: 'snippet.view',
    add: 'snippet.add',
    edit: 'snippet.edit',
    delete: 'snippet.delete',
    publish: 'snippet.publish',
  };

  readonly drafts: RecordDrafts = {
    workingCopies: {
      find: (ctx, type, id) => this.copies.find(ctx, type, idOf(type, id)),
      keep: (ctx, type, id, work) => this.copies.keep(ctx, type, idOf(type, id), work),
      discard: (ctx, type, id) => this.copies.discard(ctx, type, idOf(type, id)),
    },
    compare: (ctx, type, id, from, to) => this.comparison.of(ctx, type, idOf(type, id), from, to),
    nameRevision: (ctx, type, id, revisionId, name) =>
      this.nameSnippetRevision.run(ctx, { type: type.name, id: idOf(type, id), revisionId, name }),
    newer: async (ctx, type, ids) => {
      const rows = await findSnippets(ctx, type, ids.map(Number));
      const newer = rows.filter(({ live, hasUnpublishedChanges }) => live && hasUnpublishedChanges);
      return this.snippetDrafts.draftsOf(ctx, type, newer);
    },
    publish: async (ctx, type, id, { baseVersion }) => {
      await this.publishSnippet.run(ctx, { type: type.name, id: idOf(type, id), baseVersion });
    },
    unpublish: async (ctx, type, id) => {
      await this.unpublishSnippet.run(ctx, { type: type.name, id: idOf(type, id) });
    },
    schedule: async (ctx, type, id, wish) => {
      await this.scheduleSnippet.run(ctx, { ...wish, type: type.name, id: idOf(type, id) });
    },
    unschedule: async (ctx, type, id, kind) => {
      await this.unscheduleSnippet.run(ctx, { type: type.name, id: idOf(type, id), kind });
    },
    lock: async (ctx, type, id) => {
      await this.lockSnippet.run(ctx, { type: type.name, id: idOf(type, id) });
    },
    unlock: async (ctx, type, id) => {
      await this.unlockSnippet.run(ctx, { type: type.name, id: idOf(type, id) });
    },
    revert: async (ctx, type, id, input) => {
      await this.revertSnippet.run(ctx, { type: type.name, id: idOf(type, id), ...input });
    },
    revisions: (ctx, type, id, paging) => this.details.revisionsOf(ctx, type.name, idOf(type, id), paging),
    revision: (ctx, type, id, revisionId) => this.details.revision(ctx, type.name, idOf(type, id), revisionId),
  };

  constructor(
    private readonly sources: RecordSources,
    private readonly store: ContentStore,
    private readonly details: SnippetDetails,
    private readonly snippetDrafts: SnippetDrafts,
    private readonly createSnippet: CreateSnippet,
    private readonly editSnippet: EditSnippet,
    private readonly deleteSnippet: DeleteSnippet,
    private readonly publishSnippet: PublishSnippet,
    private readonly unpublishSnippet: UnpublishSnippet,
    private readonly revertSnippet: RevertSnippet,
    private readonly copies: SnippetWorkingCopies,
    private readonly comparison: SnippetComparison,
    private readonly nameSnippetRevision: NameSnippetRevision,
    private readonly scheduleSnippet: ScheduleSnippet,
    private readonly unscheduleSnippet: UnscheduleSnippet,
    private readonly lockSnippet: LockSnippet,
    private readonly unlockSnippet: UnlockSnippet,
  ) {}

  onModuleInit(): void {
    this.sources.register(this);
  }

  table({ drafts }: ContentType): RecordTable {
    return {
      uuid: 'uuid',
      updatedAt: 'updatedAt',
      sortable: ['createdAt'],
      ...(drafts ? { state: STATE_SQL, draftTitle: DRAFT_TITLE_SQL } : {}),
    };
  }

  read(ctx: Ctx, type: ContentType, ids: readonly RecordId[]): Promise<Map<number, JsonObject>> {
    return this.store.read(ctx, type.target, ids.map(Number));
  }

  async latest(ctx: Ctx, type: ContentType, ids: readonly RecordId[]): Promise<Map<RecordId, LatestValues>> {
    const rows = await findSnippets(ctx, type, ids.map(Number));
    const drafts = await this.snippetDrafts.draftsOf(ctx, type, rows);
    return new Map(rows.map(({ id, version }) => [id, { fields: drafts.get(id) ?? {}, version }]));
  }

  get(ctx: Ctx, type: ContentType, id: string): Promise<RecordDetail> {
    return this.details.get(ctx, type.name, idOf(type, id));
  }

  create(ctx: Ctx, { name }: ContentType, record: NewRecord): Promise<RecordId> {
    return this.createSnippet.run(ctx, { type: name, ...record });
  }

  // Async, so that an id which is none is refused like everything else.
  async edit(ctx: Ctx, type: ContentType, id: string, change: RecordChange): Promise<MergedWork | null> {
    return this.editSnippet.run(ctx, { type: type.name, id: idOf(type, id), ...change });
  }

  remove(ctx: Ctx, type: ContentType, id: string): Promise<void> {
    return this.deleteSnippet.run(ctx, { type: type.name, id: idOf(type, id) });
  }
}

function idOf(type: ContentType, text: string): number {
  const id = parseId(text);
  if (id === null) throw notFound(`There is no ${type.label} ${text}.`);
  return id;
}
