import { Injectable, type OnModuleInit } from '@nestjs/common';
import { parseId } from '@pipit/access';
import type { ContentType } from '@pipit/content-types';
import { notFound, type Ctx, type Paged } from '@pipit/kernel';
import {
  RecordSources,
  type NewRecord,
  type RecordChange,
  type RecordDetail,
  type RecordListQuery,
  type RecordRow,
  type RecordSource,
} from '@pipit/records';
import { CreateSnippet } from './actions/create-snippet.action.js';
import { DeleteSnippet } from './actions/delete-snippet.action.js';
import { EditSnippet } from './actions/edit-snippet.action.js';
import { SnippetList } from './queries/snippet-list.js';

/** Serves snippets through the routes of records. */
@Injectable()
export class SnippetRecords implements RecordSource, OnModuleInit {
  readonly category = 'snippet';

  constructor(
    private readonly sources: RecordSources,
    private readonly snippets: SnippetList,
    private readonly createSnippet: CreateSnippet,
    private readonly editSnippet: EditSnippet,
    private readonly deleteSnippet: DeleteSnippet,
  ) {}

  onModuleInit(): void {
    this.sources.register(this);
  }

  list(ctx: Ctx, type: ContentType, query: RecordListQuery): Promise<Paged<RecordRow>> {
    return this.snippets.list(ctx, type.name, query);
  }

  get(ctx: Ctx, type: ContentType, id: string): Promise<RecordDetail> {
    return this.snippets.get(ctx, type.name, idOf(type, id));
  }

  async create(ctx: Ctx, { name }: ContentType, { fields }: NewRecord): Promise<RecordDetail> {
    const id = await this.createSnippet.run(ctx, { type: name, fields });
    return this.snippets.get(ctx, name, id);
  }

  async edit(ctx: Ctx, type: ContentType, id: string, { baseVersion, fields }: RecordChange): Promise<RecordDetail> {
    const key = idOf(type, id);
    await this.editSnippet.run(ctx, { type: type.name, id: key, baseVersion, fields });
    return this.snippets.get(ctx, type.name, key);
  }

  remove(ctx: Ctx, type: ContentType, id: string): Promise<void> {
    return this.deleteSnippet.run(ctx, { type: type.name, id: idOf(type, id) });
  }
}

function idOf(type: ContentType, text: string): number {
  const id = parseId(text);
  if (id === null) throw notFound(`There is no ${type.label} ${text}.`);
  return id;
}
