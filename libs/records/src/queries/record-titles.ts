import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReferenceTitles } from '@pipit/revisions';
import { RecordListing } from '../list/record-listing.js';
import { RecordAccess } from '../record-access.js';
import { RecordSources } from '../record-sources.js';

/** Tells what the rows are called that content points at, to whoever may see rows of their type. */
@Injectable()
export class RecordTitles implements OnModuleInit {
  constructor(
    private readonly titles: ReferenceTitles,
    private readonly sources: RecordSources,
    private readonly access: RecordAccess,
    private readonly listing: RecordListing,
  ) {}

  onModuleInit(): void {
    const isRecord = (type: string): boolean => this.sources.find(type) !== null;
    this.titles.register(isRecord, async (ctx, ids, name) => {
      const { type } = this.sources.require(name);
      if (!(await this.access.of(ctx, type)).view) return new Map();
      const { items } = await this.listing.list(ctx, type, { ids: ids.map(String), limit: ids.length, offset: 0 });
      return new Map(items.map(({ id, title }) => [id, title]));
    });
  }
}
