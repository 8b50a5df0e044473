import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, inUse, type WriteCtx } from '@pipit/kernel';
import { SearchIndexing } from '@pipit/search';
import { ReferenceIndex } from '@pipit/references';
import { ContentStore } from '@pipit/revisions';
import { SnippetDeleted } from '../events.js';
import { lockSnippet } from '../queries/lock-snippet.js';
import { SnippetTypes } from '../snippet-types.js';
import { titleOf } from '../snippet-values.js';

/** Which snippet goes. */
export interface DeleteSnippetInput {
  readonly type: string;
  readonly id: number;
}

/** Deletes a snippet nothing refers to. */
@Injectable()
export class DeleteSnippet extends Action<DeleteSnippetInput, void> {
  constructor(
    private readonly search: SearchIndexing,
    private readonly policy: Policy,
    private readonly types: SnippetTypes,
    private readonly store: ContentStore,
    private readonly references: ReferenceIndex,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: DeleteSnippetInput): Promise<void> {
    const type = this.types.require(input.type);
    await this.policy.require(ctx, 'snippet.delete', { kind: 'type', name: type.name });
    const row = await lockSnippet(ctx, type, input.id);
    const values = (await this.store.read(ctx, type.target, [row.id])).get(row.id)!;
    const title = titleOf(type, row.id, values);
    const usage = await this.references.usage(ctx, { type: type.name, id: row.id }, { limit: 20, offset: 0 });
    if (usage.total > 0) {
      throw inUse(`“${title}” is used in ${usage.total} ${usage.total === 1 ? 'place' : 'places'}.`, [], { usage });
    }
    await ctx.manager.getRepository(type.target as never).remove(row as never);
    await this.references.forget(ctx, [{ type: type.name, id: input.id }]);
    await this.search.refresh(ctx, type.name, [row.id]);
    ctx.record({ action: 'snippet.delete', subject: { type: type.name, id: input.id, label: title } });
    ctx.emit(new SnippetDeleted(type.name, input.id, title));
  }
}
