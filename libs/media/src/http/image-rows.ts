import { Inject, Injectable } from '@nestjs/common';
import { readBack, type Ctx, type Paged } from '@pipit/kernel';
import { tagNamesOf } from '@pipit/tags';
import { rightsStateOf } from '../facets/facet-filter.js';
import { focalPointOf } from '../filter-spec/focal-point.js';
import type { Image } from '../image.entity.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { mediaUrl } from '../media-url.js';
import { FindImages } from '../queries/find-images.js';
import type { MediaFilter } from '../queries/media-filter.js';
import { Renditions } from '../renditions/renditions.js';
import type { DuplicateImage, ImageList, ImageRow, PersonRef, UploadedImageRow } from './image.dto.js';

const THUMBNAIL = 400;
const PREVIEW = 1200;
/** Of an image, the ones named; and itself. */
const MAX_DUPLICATES = 11;

/** Images as the editor sees them, with addresses of small versions. */
@Injectable()
export class ImageRows {
  constructor(
    private readonly findImages: FindImages,
    private readonly renditions: Renditions,
    @Inject(MEDIA_OPTIONS) private readonly options: MediaOptions,
  ) {}

  async list(ctx: Ctx, filter: MediaFilter): Promise<ImageList> {
    return this.rows(ctx, await this.findImages.list(ctx, filter));
  }

  async get(ctx: Ctx, id: number): Promise<ImageRow> {
    const { items } = await this.rows(ctx, { total: 1, items: [await this.findImages.get(ctx, id)] });
    return items[0] as ImageRow;
  }

  /** An image after the caller changed it. */
  changed(ctx: Ctx, id: number): Promise<ImageRow> {
    return readBack(`Image ${id}`, () => this.get(ctx, id));
  }

  /** A new image with those that have the same file, as far as one may see them: why not use one of these? */
  async uploaded(ctx: Ctx, id: number): Promise<UploadedImageRow> {
    const row = await this.changed(ctx, id);
    const { items } = await this.list(ctx, { hash: row.fileHash, limit: MAX_DUPLICATES, offset: 0 });
    const duplicates = items.flatMap(({ id: other, title, thumbnailUrl }): DuplicateImage[] =>
      other === id ? [] : [{ id: other, title, thumbnailUrl }],
    );
    return { ...row, duplicates };
  }

  private async rows(ctx: Ctx, { total, items: images }: Paged<Image>): Promise<ImageList> {
    const requests = images.flatMap((image) =>
      [THUMBNAIL, PREVIEW].map((side) => ({ image, spec: specFor(image, side) })),
    );
    const shapes = await this.renditions.describeMany(ctx, requests, { baseUrl: '' });
    const urls = shapes.map((shape) => ('url' in shape ? shape.url : null));
    const items = images.map((image, index) =>
      rowOf(image, urls[2 * index] ?? null, urls[2 * index + 1] ?? null, this.options),
    );
    return { total, items };
  }
}

/** A wall of moving pictures helps nobody find one, so small versions stand still. */
function specFor(image: Image, side: number): string {
  const format = image.frameCount > 1 ? 'png' : 'webp';
  return `max-${side}x${side}|format-${format}|preserve-svg`;
}

function rowOf(
  image: Image,
  thumbnailUrl: string | null,
  previewUrl: string | null,
  { rightsWarningDays }: MediaOptions,
): ImageRow {
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
    crops: image.crops,
    description: image.description,
    decorative: image.decorative,
    credit: image.credit,
    rights: image.rights,
    rightsExpireAt: image.rightsExpireAt?.toISOString() ?? null,
    rightsState: rightsStateOf(image.rightsExpireAt, rightsWarningDays),
    dominantColor: image.dominantColor,
    placeholder: image.placeholder,
    animated: image.frameCount > 1,
    metadata: image.metadata,
    fileHash: image.fileHash,
    tags: tagNamesOf(image.tags),
    collectionId: image.collectionId,
    createdAt: image.createdAt.toISOString(),
    uploadedBy: uploader && { id: uploader.id, name: uploader.name },
    version: image.version,
    inTrash: image.deletedAt !== null,
    deletedAt: image.deletedAt?.toISOString() ?? null,
  };
}
