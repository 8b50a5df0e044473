import { Inject, Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { CollectionAccess } from '../collection-access.js';
import { notFound, readBack, type Ctx, type Paged } from '@pipit/kernel';
import { In } from 'typeorm';
import { Document } from '../document.entity.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { findMediaIds, type MediaFilter } from './media-filter.js';

/** Reads documents for the management side: those the acting person may use. */
@Injectable()
export class FindDocuments {
  constructor(
    private readonly policy: Policy,
    private readonly access: CollectionAccess,
    @Inject(MEDIA_OPTIONS) private readonly options: MediaOptions,
  ) {}

  /** A page of a list, with tags. */
  async list(ctx: Ctx, filter: MediaFilter): Promise<Paged<Document>> {
    const { total, ids } = await findMediaIds(ctx, this.policy, 'document', filter, this.options.rightsWarningDays);
    const documents = await ctx.manager.find(Document, { where: { id: In([...ids]) }, relations: { tags: true } });
    const byId = new Map(documents.map((document) => [document.id, document]));
    return { total, items: ids.flatMap((id) => byId.get(id) ?? []) };
  }

  /** One document; `not_found` too when it may not be seen. */
  async get(ctx: Ctx, id: number): Promise<Document> {
    const { items } = await this.list(ctx, { ids: [id], limit: 1, offset: 0, trash: 'any' });
    if (!items[0]) throw notFound(`There is no document ${id}.`);
    return items[0];
  }

  /** A document after the caller changed it. */
  changed(ctx: Ctx, id: number): Promise<Document> {
    return readBack(`Document ${id}`, () => this.get(ctx, id));
  }

  /** One document for somebody who is about to change or delete it; `forbidden` when they may only look. */
  async require(ctx: Ctx, id: number, verb: 'edit' | 'delete'): Promise<Document> {
    const document = await this.get(ctx, id);
    await this.access.requireFor(ctx, 'document', verb, document.collectionId);
    return document;
  }
}
