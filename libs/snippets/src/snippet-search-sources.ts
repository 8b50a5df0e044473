import { titleOfRecord } from '@pipit/records';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { ContentType } from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';
import { ContentStore } from '@pipit/revisions';
import { idsOfTable, searchDocumentOf, SearchIndexing, type SearchSource } from '@pipit/search';
import { DataSource, In, type EntityTarget } from 'typeorm';
import type { SnippetRow } from './snippet-row.js';
import { SnippetTypes } from './snippet-types.js';

/** Lets readers find snippets of every type that has a field which says `search`. */
@Injectable()
export class SnippetSearchSources implements OnApplicationBootstrap {
  constructor(
    private readonly indexing: SearchIndexing,
    private readonly types: SnippetTypes,
    private readonly store: ContentStore,
    private readonly dataSource: DataSource,
  ) {}

  /** Types are registered while modules start, so that they are all there now. */
  onApplicationBootstrap(): void {
    const found = this.types.all().filter((type) => type.fields.some(({ options }) => Boolean(options.search)));
    for (const type of found) this.indexing.register(this.sourceOf(type));
  }

  private sourceOf(type: ContentType): SearchSource {
    const { tableName } = this.dataSource.getMetadata(type.target as never);
    return {
      type: type.name,
      documents: async (ctx: Ctx, ids: readonly number[]) => {
        const rows = await this.store.read(ctx, type.target, await this.liveOnes(ctx, type, ids));
        return new Map(
          [...rows].map(([id, fields]) => [
            id,
            searchDocumentOf(type, { title: titleOfRecord(type, id, fields), locale: null, fields }),
          ]),
        );
      },
      idsAfter: (ctx, after, limit) => idsOfTable(ctx, tableName, after, limit),
    };
  }

  /** Readers find what they can see. */
  private async liveOnes(ctx: Ctx, type: ContentType, ids: readonly number[]): Promise<readonly number[]> {
    if (!type.drafts) return ids;
    const rows = await ctx.manager.find(type.target as EntityTarget<SnippetRow>, {
      where: { id: In([...ids]), live: true },
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  }
}
