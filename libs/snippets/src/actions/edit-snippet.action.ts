import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { referencesOf, type JsonObject } from '@pipit/content-types';
import { Action, editConflict, type WriteCtx } from '@pipit/kernel';
import { SearchIndexing } from '@pipit/search';
import { ReferenceIndex } from '@pipit/references';
import { ContentStore, LinkTargets } from '@pipit/revisions';
import { SnippetEdited } from '../events.js';
import { lockSnippet } from '../queries/lock-snippet.js';
import { SnippetFields } from '../snippet-fields.js';
import { SnippetTypes } from '../snippet-types.js';
import { changedValues, requireTargets, requireValid, titleOf } from '../snippet-values.js';

/** New values for a snippet. */
export interface EditSnippetInput {
  readonly type: string;
  readonly id: number;
  /** The version the caller started from. */
  readonly baseVersion: number;
  /** Changed fields by name. */
  readonly fields: JsonObject;
}

/** Changes a snippet. */
@Injectable()
export class EditSnippet extends Action<EditSnippetInput, void> {
  constructor(
    private readonly search: SearchIndexing,
    private readonly policy: Policy,
    private readonly types: SnippetTypes,
    private readonly fields: SnippetFields,
    private readonly store: ContentStore,
    private readonly references: ReferenceIndex,
    private readonly targets: LinkTargets,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: EditSnippetInput): Promise<void> {
    const type = this.types.require(input.type);
    await this.policy.require(ctx, 'snippet.edit', { kind: 'type', name: type.name });
    const row = await lockSnippet(ctx, type, input.id);
    const old = (await this.store.read(ctx, type.target, [row.id])).get(row.id)!;
    if (row.version !== input.baseVersion) {
      throw editConflict(`“${titleOf(type, row.id, old)}” was changed by somebody else meanwhile.`, [], {
        current: { version: row.version, fields: await this.fields.readable(ctx, type, old) },
      });
    }
    const values = changedValues(type, old, input.fields);
    await this.fields.requireWritable(ctx, type, old, values);
    requireValid(type, values, 'publish', old);
    await requireTargets(ctx, this.targets, type, values, old);
    await this.store.write(ctx, type.target, row.id, values, {
      uuid: row.uuid,
      version: row.version + 1,
      updatedAt: new Date(),
    });
    const pointers = referencesOf(type.fields, values);
    await this.references.replace(ctx, { type: type.name, id: row.id }, { live: pointers, draft: pointers });
    const title = titleOf(type, row.id, values);
    await this.search.refresh(ctx, type.name, [row.id]);
    ctx.record({ action: 'snippet.edit', subject: { type: type.name, id: row.id, label: title } });
    ctx.emit(new SnippetEdited(type.name, row.id, title));
  }
}
