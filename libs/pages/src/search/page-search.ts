import { Injectable } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';
import { Locale } from '@pipit/locales';
import type { Snapshot } from '@pipit/revisions';
import { SearchIndex, searchDocumentOf } from '@pipit/search';
import { PageSnapshots } from '../content/page-snapshots.js';
import { PageTypes } from '../content/page-types.js';
import { Page } from '../page.entity.js';

/** Pages read at once when all of them are indexed anew. */
const BATCH = 200;

/** Keeps the words of live pages in the search index. */
@Injectable()
export class PageSearch {
  constructor(
    private readonly search: SearchIndex,
    private readonly types: PageTypes,
    private readonly snapshots: PageSnapshots,
  ) {}

  /** Indexes what readers see of a page, in the transaction that publishes it. */
  async index(ctx: Ctx, page: Page, live: Snapshot): Promise<void> {
    const locale = await ctx.manager.findOneByOrFail(Locale, { id: page.localeId });
    const content = { title: page.title, locale: locale.code, fields: live.fields };
    await this.search.replace(ctx, { type: 'page', id: page.id }, searchDocumentOf(this.types.of(page), content));
  }

  /** Forgets a page that readers see no longer. */
  async forget(ctx: Ctx, page: Page): Promise<void> {
    await this.search.forget(ctx, [{ type: 'page', id: page.id }]);
  }

  /** Indexes every live page anew: after an import, or when declarations of what is searched have changed. */
  async indexAll(ctx: Ctx): Promise<number> {
    let indexed = 0;
    for (let after = 0; ; ) {
      const pages = await ctx.manager
        .createQueryBuilder(Page, 'page')
        .where('page.live AND page.id > :after', { after })
        .orderBy('page.id')
        .limit(BATCH)
        .getMany();
      for (const page of pages) await this.index(ctx, page, await this.snapshots.liveOf(ctx, page));
      indexed += pages.length;
      after = pages.at(-1)?.id ?? after;
      if (pages.length < BATCH) return indexed;
    }
  }
}
