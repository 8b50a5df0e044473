import { openedTo } from '@pipit/access';
import { Image, type RenditionFailure, type RenditionShape } from '@pipit/media';
import { keptMedia, publicImage } from '../query/visibility.js';
import type { ApiRequest } from './api-request.js';
import { Gathered } from './gathered.js';

/** An image and what to make of it. */
export interface RenditionWish {
  readonly imageId: number;
  readonly spec: string;
}

type Shape = RenditionShape | RenditionFailure;

/** Addresses and sizes of renditions, asked for together. */
export class RenditionLoader {
  private readonly images: Gathered<number, Map<number, Image>>;
  private readonly shapes: Gathered<RenditionWish, Map<string, Shape>>;

  constructor(private readonly request: ApiRequest) {
    this.images = new Gathered((ids) => this.findImages(ids));
    this.shapes = new Gathered((wishes) => this.describe(wishes));
  }

  /** The images readers may see, by id. */
  imagesById(ids: readonly number[]): Promise<Map<number, Image>> {
    return ids.length === 0 ? Promise.resolve(new Map()) : this.images.get(ids);
  }

  /** Renditions in the order of the wishes; null where the image is gone or hidden. */
  async describeAll(wishes: readonly (RenditionWish | null)[]): Promise<(Shape | null)[]> {
    const real = wishes.filter((wish) => wish !== null);
    if (real.length === 0) return wishes.map(() => null);
    const shapes = await this.shapes.get(real);
    return wishes.map((wish) => (wish && shapes.get(keyOf(wish))) ?? null);
  }

  private async describe(wishes: readonly RenditionWish[]): Promise<Map<string, Shape>> {
    const imageIds = wishes.map(({ imageId }) => imageId);
    const images = await this.imagesById(imageIds);
    const unique = new Map(wishes.map((wish) => [keyOf(wish), wish]));
    const known = [...unique.values()].flatMap((wish) => {
      const image = images.get(wish.imageId);
      return image ? [{ ...wish, image }] : [];
    });
    const { ctx, depends, mediaBaseUrl, renditionSource, staged } = this.request;
    staged?.renditions.push(...known);
    depends.onObjects('rendition', imageIds);
    const shapes = await renditionSource.describeMany(ctx, known, { baseUrl: mediaBaseUrl });
    return new Map(known.map((wish, index) => [keyOf(wish), shapes[index] as Shape]));
  }

  private async findImages(ids: readonly number[]): Promise<Map<number, Image>> {
    const { ctx, depends, models, options, passed } = this.request;
    depends.onObjects('image', ids);
    const query = ctx.manager
      .createQueryBuilder(Image, 'image')
      .where('image.id = ANY(:ids)', { ids: [...new Set(ids)] });
    const open = openedTo(publicImage('image', models.media), passed);
    query.andWhere(options.wagtailReferences ? keptMedia('image') : open);
    const images = await query.getMany();
    return new Map(images.map((image) => [image.id, image]));
  }
}

function keyOf({ imageId, spec }: RenditionWish): string {
  return `${imageId} ${spec}`;
}
