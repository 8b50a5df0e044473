import { Inject, Injectable } from '@nestjs/common';
import type { Recipe, Step } from '../engine/recipe.js';
import { Pictures } from '../engine/pictures.js';
import { DecodingQueue } from '../files/decoding-queue.js';
import { LocalOriginals } from '../files/local-originals.js';
import { lastOf } from '../filter-spec/operations.js';
import { sizeOf, type Rect, type Size } from '../filter-spec/rect.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { icoOf } from './ico.js';
import type { RenditionPlan, RenditionSource } from './plan.js';
import { reducedFor } from './reduced-images.js';

/** How hard encoders try; more costs seconds and saves a few per cent. */
const AVIF_EFFORT = 3;
const ICO_SIDE = 256;
/** A crop that shows at least the third of an image. */
const MOSTLY = 3;

/**
 * Carries plans out, a few at a time: orientation, crop, resize, background, encoding. EXIF, XMP and the like are left
 * behind; colours are converted to sRGB.
 */
@Injectable()
export class RenderImage {
  constructor(
    private readonly queue: DecodingQueue,
    private readonly pictures: Pictures,
    private readonly originals: LocalOriginals,
    @Inject(MEDIA_OPTIONS) private readonly options: MediaOptions,
  ) {}

  /** The bytes of a rendition. Throws `unavailable` when too many wait, and when the original cannot be decoded. */
  async render(plan: RenditionPlan, image: RenditionSource): Promise<Buffer> {
    const data = await this.pixelsOf(plan, image);
    const bytes = Buffer.from(data.buffer, data.byteOffset, data.length);
    return plan.format === 'ico' ? icoOf(bytes, fitIcon(plan.geometry.size)) : bytes;
  }

  private async pixelsOf(plan: RenditionPlan, image: RenditionSource): Promise<Uint8Array> {
    const reduced = reducedFor(plan, image, this.options);
    if (reduced) {
      const steps = this.stepsFor(plan, image, reduced.size);
      const withPath = <T>(work: (path: string) => Promise<T>): Promise<T> => this.originals.with(image.fileKey, work);
      const made = await this.queue.run(() => this.pictures.makeOfReduced(reduced.recipe, steps, withPath));
      return made.data;
    }
    return this.originals.with(image.fileKey, async (path) => {
      // What is fetched and measured before its turn comes keeps nobody waiting: the beginning of the file tells its size.
      const steps = this.stepsFor(plan, image, await this.pictures.measure(path));
      const recipe: Recipe = { opening: this.openingFor(plan), steps: [['autoOrient'], ...steps] };
      return (await this.queue.run(() => this.pictures.make(path, recipe))).data;
    });
  }

  private openingFor({ isAnimated }: RenditionPlan): Recipe['opening'] {
    const { maxAnimationPixels, maxPixels } = this.options;
    return {
      animated: isAnimated,
      limitInputPixels: isAnimated ? maxAnimationPixels : maxPixels,
      // Old originals with a blemish at their end are still worth showing.
      failOn: 'none',
    };
  }

  /** What is done with a picture of that size, turned already. `recorded` is what its row says of its size. */
  private stepsFor(plan: RenditionPlan, recorded: Size, whole: Size): Step[] {
    const crop = scaleRect(plan.geometry.crop, recorded, whole);
    const { width, height } = plan.format === 'ico' ? fitIcon(plan.geometry.size) : plan.geometry.size;
    return [
      ['timeout', { seconds: this.options.renderTimeoutSeconds }],
      ...cutAndResize(crop, whole, { width, height }),
      ...background(plan),
      ...encoding(plan, this.options.quality),
    ];
  }
}

/**
 * Decoders of JPEG and WebP make large images smaller while they read them, which saves most of the work, but only where
 * nothing is cut out before. So little is cut off afterwards, where what is cut off is little.
 */
function cutAndResize(crop: Rect, whole: Size, { width, height }: Size): Step[] {
  const part = sizeOf(crop);
  const fill = (size: Size): Step => ['resize', { ...size, fit: 'fill' }];
  if (part.width === whole.width && part.height === whole.height) return [fill({ width, height })];
  const shrinks = part.width >= 2 * width && part.height >= 2 * height;
  if (!shrinks || part.width * part.height * MOSTLY < whole.width * whole.height) {
    return [['extract', { left: crop.left, top: crop.top, ...part }], fill({ width, height })];
  }
  const all = {
    width: Math.max(width, Math.round((whole.width * width) / part.width)),
    height: Math.max(height, Math.round((whole.height * height) / part.height)),
  };
  const left = Math.min(Math.round((crop.left * width) / part.width), all.width - width);
  const top = Math.min(Math.round((crop.top * height) / part.height), all.height - height);
  return [fill(all), ['extract', { left, top, width, height }]];
}

/** Imports may record another size than the file has; the row is what was told to readers, so the crop follows it. */
function scaleRect(rect: Rect, recorded: Size, actual: Size): Rect {
  const x = actual.width / recorded.width;
  const y = actual.height / recorded.height;
  const left = Math.min(Math.floor(rect.left * x), actual.width - 1);
  const top = Math.min(Math.floor(rect.top * y), actual.height - 1);
  return {
    left,
    top,
    right: Math.max(Math.min(Math.round(rect.right * x), actual.width), left + 1),
    bottom: Math.max(Math.min(Math.round(rect.bottom * y), actual.height), top + 1),
  };
}

function background(plan: RenditionPlan): Step[] {
  const asked = lastOf(plan.spec.operations, 'bgcolor')?.color;
  if (asked) return [['flatten', { background: asked }]];
  return plan.format === 'jpeg' ? [['flatten', { background: '#ffffff' }]] : [];
}

function encoding(plan: RenditionPlan, defaults: MediaOptions['quality']): Step[] {
  const lossless = lastOf(plan.spec.operations, 'format')?.lossless ?? false;
  switch (plan.format) {
    case 'jpeg':
      return [['jpeg', { quality: qualityOf(plan, 'jpeg', defaults), progressive: true, mozjpeg: false }]];
    case 'webp':
      return [['webp', { quality: qualityOf(plan, 'webp', defaults), lossless }]];
    case 'avif':
      return [['avif', { quality: qualityOf(plan, 'avif', defaults), lossless, effort: AVIF_EFFORT }]];
    case 'gif':
      return [['gif']];
    case 'ico':
      return [['ensureAlpha'], ['png']];
    default:
      return [['png']];
  }
}

/** The last quality said for this format; 0 means the least the encoder has. */
function qualityOf(plan: RenditionPlan, format: 'jpeg' | 'webp' | 'avif', defaults: MediaOptions['quality']): number {
  const said = plan.spec.operations.findLast((operation) => operation.kind === 'quality' && operation.of === format);
  return said?.kind === 'quality' ? Math.max(said.value, 1) : defaults[format];
}

/** Icons cannot be larger than 256 pixels. */
function fitIcon({ width, height }: Size): Size {
  const factor = Math.min(1, ICO_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.trunc(width * factor)), height: Math.max(1, Math.trunc(height * factor)) };
}
