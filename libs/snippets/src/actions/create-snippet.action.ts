import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { referencesOf, type JsonObject } from '@pipit/content-types';
import { Action, newUuid, type WriteCtx } from '@pipit/kernel';
import { SearchIndexing } from '@pipit/search';
import { ReferenceIndex } from '@pipit/references';
import { ContentStore, LinkTargets } from '@pipit/revisions';
import type { EntityTarget } from 'typeorm';
import { SnippetCreated } from '../events.js';
import type { SnippetContent } from '../snippet-content.js';
import { SnippetFields } from '../snippet-fields.js';
import { SnippetTypes } from '../snippet-types.js';
import { changedValues, requireTargets, requireValid, titleOf } from '../snippet-values.js';

/** A snippet to be created. */
export interface CreateSnippetInput {
  /** Name of a declared snippet type. */
  readonly type: string;
  readonly fields: JsonObject;
}

/** Creates a snippet and answers its id. */
@Injectable()
export class CreateSnippet extends Action<CreateSnippetInput, number> {
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

  protected async perform(ctx: WriteCtx, input: CreateSnippetInput): Promise<number> {
    const type = this.types.require(input.type);
    await this.policy.require(ctx, 'snippet.add', { kind: 'type', name: type.name });
    const values = changedValues(type, null, input.fields);
    await this.fields.requireWritable(ctx, type, changedValues(type, null, {}), values);
    requireValid(type, values, 'publish', null);
    await requireTargets(ctx, this.targets, type, values, null);
    const id = await nextId(ctx, type.target as EntityTarget<SnippetContent>);
    const now = new Date();
    await this.store.write(ctx, type.target, id, values, {
      uuid: newUuid(),
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
    const pointers = referencesOf(type.fields, values);
    await this.references.replace(ctx, { type: type.name, id }, { live: pointers, draft: pointers });
    const title = titleOf(type, id, values);
    await this.search.refresh(ctx, type.name, [id]);
    ctx.record({ action: 'snippet.create', subject: { type: type.name, id, label: title } });
    ctx.emit(new SnippetCreated(type.name, id, title));
    return id;
  }
}

async function nextId(ctx: WriteCtx, target: EntityTarget<SnippetContent>): Promise<number> {
  const { tablePath } = ctx.manager.connection.getMetadata(target);
  const rows: { id: string }[] = await ctx.manager.query(`SELECT nextval(pg_get_serial_sequence($1, 'id')) AS id`, [
    `"${tablePath}"`,
  ]);
  return Number(rows[0]!.id);
}
