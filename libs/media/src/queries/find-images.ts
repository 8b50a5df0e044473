import { Inject, Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { CollectionAccess } from '../collection-access.js';
import { notFound, type Ctx, type Paged } from '@pipit/kernel';
import { In } from 'typeorm';
import { Image } from '../image.entity.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { findMediaIds, type MediaFilter } from './media-filter.js';

/** Reads images for the management side: those the acting person may use. */
@Injectable()
export class FindImages {
  constructor(
    private readonly policy: Policy,
    private readonly access: CollectionAccess,
    @Inject(MEDIA_OPTIONS) private readonly options: MediaOptions,
  ) {}

  /** A page of a list, with tags and uploader. */
  async list(ctx: Ctx, filter: MediaFilter): Promise<Paged<Image>> {
    const { total, ids } = await findMediaIds(ctx, this.policy, 'image', filter, this.options.rightsWarningDays);
    const images = await ctx.manager.find(Image, {
      where: { id: In([...ids]) },
      relations: { tags: true, uploadedBy: true },
    });
    const byId = new Map(images.map((image) => [image.id, image]));
    return { total, items: ids.flatMap((id) => byId.get(id) ?? []) };
  }

  /** One image; `not_found` too when it may not be seen. */
  async get(ctx: Ctx, id: number): Promise<Image> {
    const { items } = await this.list(ctx, { ids: [id], limit: 1, offset: 0, trash: 'any' });
    if (!items[0]) throw notFound(`There is no image ${id}.`);
    return items[0];
  }

  /** The same for somebody who is about to change or delete it; `forbidden` when they may only look. */
  async require(ctx: Ctx, id: number, verb: 'edit' | 'delete'): Promise<Image> {
    const image = await this.get(ctx, id);
    await this.access.requireFor(ctx, 'image', verb, image.collectionId);
    return image;
  }
}
