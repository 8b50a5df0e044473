import { titleOfRecord } from '@pipit/records';
import { Injectable } from '@nestjs/common';
import type { ContentType, JsonObject } from '@pipit/content-types';
import { Action, Hooks, invalid, type WriteCtx } from '@pipit/kernel';
import { ReferenceIndex } from '@pipit/references';
import { TypeFields, VersionMerging, requireValid, type MergedWork, type VersionedEdit } from '@pipit/revisions';
import { modelShapeOf } from '../declare-model.js';
import { ModelRowEdited } from '../events.js';
import { BeforeModelRowSave } from '../hooks.js';
import { ModelTypes } from '../model-types.js';
import { ModelStore } from '../store/model-store.js';
import { auditSubject, noteReferences } from './row-references.js';

/** New values for a row. */
export interface EditModelRowInput extends VersionedEdit {
  /** Name of the entity's type. */
  readonly type: string;
  readonly id: number | string;
}

/** Changes a row of a managed entity. Answers what came from others. */
@Injectable()
export class EditModelRow extends Action<EditModelRowInput, MergedWork | null> {
  constructor(
    private readonly types: ModelTypes,
    private readonly fields: TypeFields,
    private readonly merging: VersionMerging,
    private readonly store: ModelStore,
    private readonly references: ReferenceIndex,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: EditModelRowInput): Promise<MergedWork | null> {
    const type = await this.types.permitted(ctx, input.type, 'model.edit');
    const row = await this.store.lock(ctx, type, input.id);
    const newest = { version: row.version, fields: row.fields, title: titleOfRecord(type, row.id, row.fields) };
    const { values: given, paths } = await this.merging.join(ctx, type, newest, input);
    requireSameKey(type, row.fields, given);
    await this.fields.requireWritable(ctx, type, row.fields, given);
    const hook = new BeforeModelRowSave(ctx, { type, id: row.id }, given, row.fields);
    await this.hooks.run(hook);
    requireValid(type, hook.fields, 'publish', row.fields);
    await this.store.update(ctx, type, row, hook.fields);
    await noteReferences(ctx, this.references, type, row.id, hook.fields);
    const subject = auditSubject(type, row.id, hook.fields);
    ctx.record({ action: 'model.edit', subject });
    ctx.emit(new ModelRowEdited(type.name, row.id, subject.label));
    return paths.length > 0 ? { by: [], paths } : null;
  }
}

/** A row with another key would be another row, and everything that points at it would point at nothing. */
function requireSameKey(type: ContentType, before: JsonObject, after: JsonObject): void {
  const { property } = modelShapeOf(type.target).key;
  if (before[property] === after[property]) return;
  const message = 'The key of a row stays what it is.';
  throw invalid(message, [{ path: `/fields/${property}`, code: 'fixed', message }]);
}
