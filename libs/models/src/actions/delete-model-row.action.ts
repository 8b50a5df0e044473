import { titleOfRecord } from '@pipit/records';
import { Injectable } from '@nestjs/common';
import { Action, Hooks, type WriteCtx } from '@pipit/kernel';
import { ReferenceIndex, UsedIn } from '@pipit/references';
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

/** Deletes a row of a managed entity which nothing refers to. */
@Injectable()
export class DeleteModelRow extends Action<DeleteModelRowInput, void> {
  constructor(
    private readonly types: ModelTypes,
    private readonly store: ModelStore,
    private readonly references: ReferenceIndex,
    private readonly usedIn: UsedIn,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: DeleteModelRowInput): Promise<void> {
    const type = await this.types.permitted(ctx, input.type, 'model.delete');
    const { id, fields } = await this.store.lock(ctx, type, input.id);
    const title = titleOfRecord(type, id, fields);
    await this.usedIn.requireUnused(ctx, `“${title}”`, { type: type.name, ids: [id] });
    await this.hooks.run(new BeforeModelRowDelete(ctx, { type, id }));
    await unlessNeeded(title, () => this.store.remove(ctx, type, id));
    await this.references.forget(ctx, [{ type: type.name, id }]);
    ctx.record({ action: 'model.delete', subject: auditSubject(type, id, fields) });
    ctx.emit(new ModelRowDeleted(type.name, id, title));
  }
}
