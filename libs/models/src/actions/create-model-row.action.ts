import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@pipit/content-types';
import { Action, Hooks, forbidden, type WriteCtx } from '@pipit/kernel';
import { ReferenceIndex } from '@pipit/references';
import { TypeFields, changedValues, requireValid } from '@pipit/revisions';
import { ModelRowCreated } from '../events.js';
import { BeforeModelRowSave } from '../hooks.js';
import { ModelTypes } from '../model-types.js';
import { ModelStore } from '../store/model-store.js';
import { auditSubject, noteReferences } from './row-references.js';

/** A row to be created. */
export interface CreateModelRowInput {
  /** Name of the entity's type. */
  readonly type: string;
  readonly fields: JsonObject;
}

/** Creates a row of a managed entity and answers its key. */
@Injectable()
export class CreateModelRow extends Action<CreateModelRowInput, number | string> {
  constructor(
    private readonly types: ModelTypes,
    private readonly fields: TypeFields,
    private readonly store: ModelStore,
    private readonly references: ReferenceIndex,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: CreateModelRowInput): Promise<number | string> {
    const type = await this.types.permitted(ctx, input.type, 'model.add');
    if (type.rules.creatable === false && ctx.actor.kind !== 'system')
      throw forbidden(`${type.labelPlural} are made by code only.`);
    const given = changedValues(type, null, input.fields);
    await this.fields.requireWritable(ctx, type, changedValues(type, null, {}), given);
    const hook = new BeforeModelRowSave(ctx, { type, id: null }, given, null);
    await this.hooks.run(hook);
    requireValid(type, hook.fields, 'publish', null);
    const id = await this.store.insert(ctx, type, hook.fields);
    // The database and the entity's listeners may have added to the values.
    const stored = (await this.store.read(ctx, type, [id])).get(id)?.fields ?? hook.fields;
    await noteReferences(ctx, this.references, type, id, stored);
    const subject = auditSubject(type, id, stored);
    ctx.record({ action: 'model.create', subject });
    ctx.emit(new ModelRowCreated(type.name, id, subject.label));
    return id;
  }
}
