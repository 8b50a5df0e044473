import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReferenceTitles } from '@pipit/revisions';
import { PageList } from '../queries/page-list.js';

/** Tells what the pages are called that content points at: those the reader may see. */
@Injectable()
export class PageTitles implements OnModuleInit {
  constructor(
    private readonly titles: ReferenceTitles,
    private readonly pages: PageList,
  ) {}

  onModuleInit(): void {
    const isPage = (type: string): boolean => type === 'page';
    this.titles.register(isPage, async (ctx, all) => {
      const ids = all.map(Number);
      const { items } = await this.pages.list(ctx, { ids, order: 'tree', limit: ids.length, offset: 0 });
      return new Map(items.map(({ id, title }) => [id, title]));
    });
  }
}
