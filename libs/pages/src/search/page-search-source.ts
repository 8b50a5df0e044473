import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { JsonObject } from '@pipit/content-types';
import { kept, type Ctx } from '@pipit/kernel';
import { ContentStore } from '@pipit/revisions';
import { idsOfTable, searchDocumentOf, SearchIndexing, type SearchDocument, type SearchSource } from '@pipit/search';
import { pageSiblings } from '../content/base-fields.js';
import { PageTypes } from '../content/page-types.js';
import { TRASH_PATH } from '../tree/roots.js';

interface LivePage {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly base: JsonObject;
  readonly locale: string;
}

const LIVE_PAGES = `SELECT p.id, p.type, p.title, l.code AS locale,
    json_build_object('title', p.title, 'slug', p.slug, 'seoTitle', p.seo_title,
      'searchDescription', p.search_description, 'showInMenus', p.show_in_menus) AS base
  FROM page p JOIN locale l ON l.id = p.locale_id
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
    const sql = ids.length === 1 ? kept(LIVE_PAGES) : LIVE_PAGES;
    const pages: LivePage[] = await ctx.manager.query(sql, [ids, TRASH_PATH]);
    const documents = new Map<number, SearchDocument>();
    for (const name of new Set(pages.map(({ type }) => type))) {
      const type = this.types.of({ type: name });
      const ofType = pages.filter((page) => page.type === name);
      const keys = ofType.map(({ id }) => id);
      const read = this.types.hasTable(type) ? await this.store.read(ctx, type.target, keys) : null;
      for (const page of ofType) {
        const fields = read?.get(page.id) ?? {};
        const siblings = pageSiblings(type, { base: page.base, fields });
        documents.set(page.id, searchDocumentOf(type, { ...page, fields }, siblings));
      }
    }
    return documents;
  }

  idsAfter(ctx: Ctx, after: number, limit: number): Promise<number[]> {
    return idsOfTable(ctx, 'page', after, limit);
  }
}
