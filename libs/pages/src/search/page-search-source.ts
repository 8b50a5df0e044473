import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';
import { ContentStore } from '@pipit/revisions';
import { idsOfTable, searchDocumentOf, SearchIndexing, type SearchDocument, type SearchSource } from '@pipit/search';
import { PageTypes } from '../content/page-types.js';
import { TRASH_PATH } from '../tree/roots.js';

interface LivePage {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly locale: string;
}

const LIVE_PAGES = `SELECT p.id, p.type, p.title, l.code AS locale FROM page p JOIN locale l ON l.id = p.locale_id
  WHERE p.id = ANY($1) AND p.live AND p.path < $2`;

/** Lets readers find live pages by their titles and the fields that say `search`. */
@Injectable()
export class PageSearchSource implements SearchSource, OnModuleInit {
  readonly type = 'page';

  constructor(
    private readonly indexing: SearchIndexing,
    private readonly types: PageTypes,
    private readonly store: ContentStore,
  ) {}

  onModuleInit(): void {
    this.indexing.register(this);
  }

  async documents(ctx: Ctx, ids: readonly number[]): Promise<Map<number, SearchDocument>> {
    const pages: LivePage[] = await ctx.manager.query(LIVE_PAGES, [ids, TRASH_PATH]);
    const documents = new Map<number, SearchDocument>();
    for (const name of new Set(pages.map(({ type }) => type))) {
      const type = this.types.of({ type: name });
      const ofType = pages.filter((page) => page.type === name);
      const keys = ofType.map(({ id }) => id);
      const fields = this.types.hasTable(type) ? await this.store.read(ctx, type.target, keys) : new Map();
      for (const page of ofType) {
        documents.set(page.id, searchDocumentOf(type, { ...page, fields: fields.get(page.id) ?? {} }));
      }
    }
    return documents;
  }

  idsAfter(ctx: Ctx, after: number, limit: number): Promise<number[]> {
    return idsOfTable(ctx, 'page', after, limit);
  }
}
