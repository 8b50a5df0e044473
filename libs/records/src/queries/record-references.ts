import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityId } from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';
import { SourceReaders, type SourceName, type SourceReader } from '@pipit/references';
import { RecordListing } from '../list/record-listing.js';
import { RecordAccess } from '../record-access.js';
import { RecordSources } from '../record-sources.js';

/** Tells who may know that a row points at something, and what the row is called. */
@Injectable()
export class RecordReferences implements SourceReader, OnModuleInit {
  constructor(
    private readonly readers: SourceReaders,
    private readonly sources: RecordSources,
    private readonly access: RecordAccess,
    private readonly listing: RecordListing,
  ) {}

  onModuleInit(): void {
    this.readers.register(this);
  }

  handles(type: string): boolean {
    return this.sources.find(type) !== null;
  }

  async visible(ctx: Ctx, name: string): Promise<string> {
    const { view } = await this.access.of(ctx, this.sources.require(name).type);
    return view ? 'TRUE' : 'FALSE';
  }

  async names(ctx: Ctx, name: string, ids: readonly EntityId[]): Promise<ReadonlyMap<EntityId, SourceName>> {
    const titles = await this.listing.existingTitles(ctx, this.sources.require(name).type, ids);
    return new Map([...titles].map(([id, title]) => [id, { title }]));
  }
}
