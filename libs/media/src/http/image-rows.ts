import { Injectable } from '@nestjs/common';
import type { Ctx, Paged } from '@pipit/kernel';
import { tagNamesOf } from '@pipit/tags';
import { focalPointOf } from '../filter-spec/focal-point.js';
import type { Image } from '../image.entity.js';
import { mediaUrl } from '../media-url.js';
import { FindImages } from '../queries/find-images.js';
import type { MediaFilter } from '../queries/media-filter.js';
import { Renditions } from '../renditions/renditions.js';
import type { ImageList, ImageRow, PersonRef } from './image.dto.js';

const THUMBNAIL = 400;
const PREVIEW = 1200;

/** Images as the editor sees them, with addresses of small versions. */
@Injectable()
export class ImageRows {
  constructor(
    private readonly findImages: FindImages,
    private readonly renditions: Renditions,
  ) {}

  async list(ctx: Ctx, filter: MediaFilter): Promise<ImageList> {
    return this.rows(ctx, await this.findImages.list(ctx, filter));
  }

  async get(ctx: Ctx, id: number): Promise<ImageRow> {
    const { items } = await this.rows(ctx, { total: 1, items: [await this.findImages.get(ctx, id)] });
    return items[0] as ImageRow;
  }

  private async rows(ctx: Ctx, { total, items: images }: Paged<Image>): Promise<ImageList> {
    const requests = images.flatMap((image) =>
      [THUMBNAIL, PREVIEW].map((side) => ({ image, spec: specFor(image, side) })),
    );
    const shapes = await this.renditions.describeMany(ctx, requests, { baseUrl: '' });
    const urls = shapes.map((shape) => ('url' in shape ? shape.url : null));
    const items = images.map((image, index) => rowOf(image, urls[2 * index] ?? null, urls[2 * index + 1] ?? null));
    return { total, items };
  }
}

/** A wall of moving pictures helps nobody find one, so small versions stand still. */
function specFor(image: Image, side: number): string {
  const format = image.frameCount > 1 ? 'png' : 'webp';
  return `max-${side}x${side}|format-${format}|preserve-svg`;
}

function rowOf(image: Image, thumbnailUrl: string | null, previewUrl: string | null): ImageRow {
  const uploader = (image.uploadedBy ?? null) as PersonRef | null;
  return {
    id: image.id,
    uuid: image.uuid,
    title: image.title,
    alt: image.alt,
    width: image.width,
    height: image.height,
    fileSize: image.fileSize,
    mimeType: image.mimeType,
    fileName: image.fileName,
    url: mediaUrl(image.fileKey),
    thumbnailUrl,
    previewUrl,
    focalPoint: focalPointOf(image),
    tags: tagNamesOf(image.tags),
    collectionId: image.collectionId,
    createdAt: image.createdAt.toISOString(),
    uploadedBy: uploader && { id: uploader.id, name: uploader.name },
    version: image.version,
    inTrash: image.deletedAt !== null,
    deletedAt: image.deletedAt?.toISOString() ?? null,
  };
}
