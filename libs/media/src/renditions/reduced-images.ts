import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { sharp } from '../files/sharp.js';
import { sizeOf, type Size } from '../filter-spec/rect.js';
import type { Image } from '../image.entity.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import type { RenditionPlan } from './plan.js';

/** How much smaller than the image it may be: decoders of JPEG know no more, and it costs little by then. */
const MOST = 8;
/** What is left to shrink from there, so that nobody sees that it was done in two steps. */
const LEFT = 1.5;
/** Milliseconds for which nobody asked. A page asks for all its sizes of an image at about the same time. */
const FORGET = 20_000;

/** Pixels as they are seen: orientation applied, colours in sRGB. */
export interface ReducedImage extends Size {
  readonly data: Buffer;
  readonly channels: 1 | 2 | 3 | 4;
}

type Make = () => Promise<ReducedImage>;

/**
 * Decoding a photograph is most of the work on a small rendition, and its sizes are asked for together. So images are
 * decoded at a half, a quarter or an eighth of their size once for all renditions that need no more, and kept for a
 * moment. Which of them a rendition is made from depends on its plan alone, so that it always comes out the same.
 */
@Injectable()
export class ReducedImages {
  private readonly kept: LRUCache<string, ReducedImage, Make> | null;

  constructor(@Inject(MEDIA_OPTIONS) private readonly options: MediaOptions) {
    const { decodedMemory } = options;
    this.kept =
      decodedMemory === 0
        ? null
        : new LRUCache<string, ReducedImage, Make>({
            maxSize: decodedMemory,
            sizeCalculation: ({ data }) => Math.max(1, data.length),
            ttl: FORGET,
            ttlAutopurge: true,
            updateAgeOnGet: true,
            fetchMethod: (_key, _stale, { context }) => context(),
          });
  }

  /** Whether a rendition needs no more than a fraction of its image. */
  suffices(plan: RenditionPlan): boolean {
    return !plan.isAnimated && factorFor(plan) > 1;
  }

  /** The image as small as this plan allows; `source` reads its file and is asked when nobody decoded it yet. */
  async take(plan: RenditionPlan, image: Image, source: () => Promise<Buffer>): Promise<ReducedImage> {
    const factor = factorFor(plan);
    const make = async (): Promise<ReducedImage> => reduce(await source(), sizeFor(image, factor), this.options);
    return (await this.kept?.fetch(`${image.fileKey} ${factor}`, { context: make })) ?? make();
  }
}

function factorFor({ geometry }: RenditionPlan): number {
  const part = sizeOf(geometry.crop);
  const shrinks = Math.min(part.width / geometry.size.width, part.height / geometry.size.height) / LEFT;
  let factor = 1;
  while (factor < MOST && factor * 2 <= shrinks) factor *= 2;
  return factor;
}

/** Rounded down: what has to shrink by eight and a little is read at an eighth, and by seven and more at a quarter. */
function sizeFor({ width, height }: Size, factor: number): Size {
  return { width: Math.max(1, Math.floor(width / factor)), height: Math.max(1, Math.floor(height / factor)) };
}

async function reduce(
  source: Buffer,
  { width, height }: Size,
  { maxPixels, renderTimeoutSeconds }: MediaOptions,
): Promise<ReducedImage> {
  const { data, info } = await sharp(source, { limitInputPixels: maxPixels, failOn: 'none' })
    .timeout({ seconds: renderTimeoutSeconds })
    .autoOrient()
    .resize(width, height, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels as ReducedImage['channels'] };
}
