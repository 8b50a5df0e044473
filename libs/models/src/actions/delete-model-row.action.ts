import { titleOfRecord } from '@pipit/records';
import { Injectable } from '@nestjs/common';
import { Action, Hooks, inUse, type WriteCtx } from '@pipit/kernel';
import { ReferenceIndex } from '@pipit/references';
import { ModelRowDeleted } from '../events.js';
import { BeforeModelRowDelete } from '../hooks.js';
import { ModelTypes } from '../model-types.js';
import { unlessNeeded } from '../store/constraint-faults.js';
import { ModelStore } from '../store/model-store.js';
import { auditSubject } from './row-references.js';

/** Which row goes. */
export interface DeleteModelRowInput {
  /** Name of the entity's type. */
  readonly type: string;
  readonly id: number | string;
}

/** Uses that a refusal names. */
const NAMED_USES = 20;

/** Deletes a row of a managed entity which nothing refers to. */
@Injectable()
export class DeleteModelRow extends Action<DeleteModelRowInput, void> {
  constructor(
    private readonly types: ModelTypes,
    private readonly store: ModelStore,
    private readonly references: ReferenceIndex,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: DeleteModelRowInput): Promise<void> {
    const type = await this.types.permitted(ctx, input.type, 'model.delete');
    const { id, fields } = await this.store.lock(ctx, type, input.id);
    const title = titleOfRecord(type, id, fields);
    const usage = await this.references.usage(ctx, { type: type.name, id }, { limit: NAMED_USES, offset: 0 });
    const places = `${usage.total} ${usage.total === 1 ? 'place' : 'places'}`;
    if (usage.total > 0) throw inUse(`“${title}” is used in ${places}.`, [], { usage });
    await this.hooks.run(new BeforeModelRowDelete(ctx, { type, id }));
    await unlessNeeded(title, () => this.store.remove(ctx, type, id));
    await this.references.forget(ctx, [{ type: type.name, id }]);
    ctx.record({ action: 'model.delete', subject: auditSubject(type, id, fields) });
    ctx.emit(new ModelRowDeleted(type.name, id, title));
  }
}
