import { titleOfRecord } from '@pipit/records';
import { Injectable } from '@nestjs/common';
import { Action, Hooks, type WriteCtx } from '@pipit/kernel';
import { ReferenceIndex, UsedIn } from '@pipit/references';
import { Revisions } from '@pipit/revisions';
import { SearchIndexing } from '@pipit/search';
import type { EntityTarget } from 'typeorm';
import { SnippetDeleted } from '../events.js';
import { BeforeSnippetDelete } from '../hooks.js';
import type { SnippetContent } from '../snippet-content.js';
import { SnippetAccess } from './snippet-access.js';

/** Which snippet goes. */
export interface DeleteSnippetInput {
  readonly type: string;
  readonly id: number;
}

/** Deletes a snippet nothing refers to, with all its versions. */
@Injectable()
export class DeleteSnippet extends Action<DeleteSnippetInput, void> {
  constructor(
    private readonly access: SnippetAccess,
    private readonly hooks: Hooks,
    private readonly references: ReferenceIndex,
    private readonly usedIn: UsedIn,
    private readonly revisions: Revisions,
    private readonly search: SearchIndexing,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: DeleteSnippetInput): Promise<void> {
    const { type, row, draft } = await this.access.take(ctx, input, 'snippet.delete');
    const { id } = row;
    const subject = { type: type.name, id };
    const title = titleOfRecord(type, id, draft);
    await this.usedIn.requireUnused(ctx, `“${title}”`, { type: type.name, ids: [id] });
    await this.hooks.run(new BeforeSnippetDelete(ctx, { type, id }));
    await ctx.manager.delete(type.target as EntityTarget<SnippetContent>, id);
    await this.revisions.forget(ctx, subject);
    await this.references.forget(ctx, [subject]);
    await this.search.refresh(ctx, type.name, [id]);
    ctx.record({ action: 'snippet.delete', subject: { ...subject, label: title } });
    ctx.emit(new SnippetDeleted(type.name, id, title));
  }
}
