import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ContentType, JsonObject } from '@pipit/content-types';
import { notFound, type Ctx } from '@pipit/kernel';
import {
  RecordAccess,
  RecordSources,
  parseKey,
  type LatestValues,
  type NewRecord,
  type RecordChange,
  type RecordDetail,
  type RecordId,
  type RecordSource,
  type RecordTable,
  titleOfRecord,
} from '@pipit/records';
import { TypeFields, type MergedWork } from '@pipit/revisions';
import { CreateModelRow } from './actions/create-model-row.action.js';
import { DeleteModelRow } from './actions/delete-model-row.action.js';
import { EditModelRow } from './actions/edit-model-row.action.js';
import { modelShapeOf } from './declare-model.js';
import { ModelStore } from './store/model-store.js';

/** Serves rows of managed entities through the routes of records. */
@Injectable()
export class ModelRecords implements RecordSource, OnModuleInit {
  readonly category = 'model';
  readonly permissions = { view: 'model.view', add: 'model.add', edit: 'model.edit', delete: 'model.delete' };

  constructor(
    private readonly sources: RecordSources,
    private readonly access: RecordAccess,
    private readonly fields: TypeFields,
    private readonly store: ModelStore,
    private readonly createRow: CreateModelRow,
    private readonly editRow: EditModelRow,
    private readonly deleteRow: DeleteModelRow,
  ) {}

  onModuleInit(): void {
    this.sources.register(this);
  }

  table({ target }: ContentType): RecordTable {
    const { updated, created, deleted, columns } = modelShapeOf(target);
    const uuid = columns.get('uuid');
    return {
      ...(uuid?.type === 'uuid' ? { uuid: 'uuid' } : {}),
      ...(updated ? { updatedAt: updated } : {}),
      ...(created ? { sortable: [created] } : {}),
      ...(deleted ? { deletedAt: deleted } : {}),
    };
  }

  async read(ctx: Ctx, type: ContentType, ids: readonly RecordId[]): Promise<Map<RecordId, JsonObject>> {
    const rows = await this.store.read(ctx, type, ids);
    return new Map([...rows].map(([id, { fields }]) => [id, fields]));
  }

  async get(ctx: Ctx, type: ContentType, id: string): Promise<RecordDetail> {
    const { edit, delete: remove } = await this.access.requireView(ctx, type);
    const key = keyOf(ctx, type, id);
    const row = (await this.store.read(ctx, type, [key])).get(key);
    if (!row) throw notFound(`There is no ${type.label} ${id}.`);
    const { fields, version, updatedAt } = row;
    const shown = await this.fields.readable(ctx, type, fields);
    const uuid = fields['uuid'];
    return {
      id: key,
      uuid: this.table(type).uuid && typeof uuid === 'string' ? uuid : null,
      title: titleOfRecord(type, key, shown),
      updatedAt: updatedAt?.toISOString() ?? null,
      state: null,
      can: { edit, delete: remove, publish: false, schedule: false, lock: false, unlock: false },
      fields: shown,
      version,
      revisionId: null,
      lock: null,
      schedule: null,
      live: null,
    };
  }

  latest(ctx: Ctx, type: ContentType, ids: readonly RecordId[]): Promise<Map<RecordId, LatestValues>> {
    return this.store.read(ctx, type, ids);
  }

  create(ctx: Ctx, type: ContentType, { fields }: NewRecord): Promise<RecordId> {
    return this.createRow.run(ctx, { type: type.name, fields });
  }

  // Async, so that a key which is none is refused like everything else.
  async edit(ctx: Ctx, type: ContentType, id: string, change: RecordChange): Promise<MergedWork | null> {
    return this.editRow.run(ctx, { type: type.name, id: keyOf(ctx, type, id), ...change });
  }

  remove(ctx: Ctx, type: ContentType, id: string): Promise<void> {
    return this.deleteRow.run(ctx, { type: type.name, id: keyOf(ctx, type, id) });
  }
}

function keyOf(ctx: Ctx, type: ContentType, text: string): RecordId {
  const { primaryColumns } = ctx.manager.connection.getMetadata(type.target as never);
  const key = parseKey(primaryColumns[0]!, text);
  if (key === null) throw notFound(`There is no ${type.label} ${text.slice(0, 100)}.`);
  return key;
}
