import { titleOfRecord } from '@pipit/records';
import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@pipit/content-types';
import { Action, Hooks, takeId, type WriteCtx } from '@pipit/kernel';
import { TypeFields, changedValues } from '@pipit/revisions';
import type { EntityTarget } from 'typeorm';
import { SnippetCreated } from '../events.js';
import { BeforeSnippetCreate } from '../hooks.js';
import type { SnippetContent } from '../snippet-content.js';
import { hasDrafts, newRow } from '../snippet-row.js';
import { SnippetTypes } from '../snippet-types.js';
import { SnippetAccess } from './snippet-access.js';
import { SnippetWriter, auditSubject } from './snippet-writer.js';

/** A snippet to be created. */
export interface CreateSnippetInput {
  /** Name of a declared snippet type. */
  readonly type: string;
  readonly fields: JsonObject;
  /** Goes live in the same transaction; types without drafts are always live. */
  readonly publish?: boolean;
}

/** Creates a snippet and answers its id. */
@Injectable()
export class CreateSnippet extends Action<CreateSnippetInput, number> {
  constructor(
    private readonly types: SnippetTypes,
    private readonly access: SnippetAccess,
    private readonly fields: TypeFields,
    private readonly writer: SnippetWriter,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: CreateSnippetInput): Promise<number> {
    const type = this.types.require(input.type);
    await this.access.require(ctx, type, 'snippet.add');
    if (type.drafts && input.publish) await this.access.require(ctx, type, 'snippet.publish');
    const values = changedValues(type, null, input.fields);
    await this.fields.requireWritable(ctx, type, changedValues(type, null, {}), values);
    const { tableName } = ctx.manager.connection.getMetadata(type.target as EntityTarget<SnippetContent>);
    const row = newRow(type, await takeId(ctx.manager, tableName));
    await this.hooks.run(new BeforeSnippetCreate(ctx, { type, id: row.id }, values));
    const saved = await this.writer.save(ctx, type, row, values, null);
    const revisionId = row.latestRevisionId ?? null;
    ctx.record({ action: 'snippet.create', subject: auditSubject(type, row, saved), revisionId });
    ctx.emit(new SnippetCreated(type.name, row.id, titleOfRecord(type, row.id, saved)));
    if (input.publish && hasDrafts(type, row)) await this.writer.publish(ctx, type, row, null);
    return row.id;
  }
}
