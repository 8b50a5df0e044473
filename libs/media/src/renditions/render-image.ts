import type { Sharp } from 'sharp';
import { sharp } from '../files/sharp.js';
import { lastOf } from '../filter-spec/operations.js';
import { sizeOf, type Rect, type Size } from '../filter-spec/rect.js';
import type { MediaOptions } from '../media-options.js';
import { icoOf } from './ico.js';
import type { RenditionPlan } from './plan.js';
import type { ReducedImage } from './reduced-images.js';

/** How hard encoders try; more costs seconds and saves a few per cent. */
const AVIF_EFFORT = 3;
const ICO_SIDE = 256;
/** A crop that shows at least the third of an image. */
const MOSTLY = 3;

type Limits = Pick<MediaOptions, 'maxPixels' | 'maxAnimationPixels' | 'renderTimeoutSeconds' | 'quality'>;

/** What a rendition is made from: the original's bytes, or its pixels when somebody decoded it already. */
export type RenderInput = Buffer | ReducedImage;

/**
 * Carries a plan out: orientation, crop, resize, background, encoding. EXIF, XMP and the like are left behind; colours
 * are converted to sRGB.
 */
export async function renderImage(
  input: RenderInput,
  plan: RenditionPlan,
  recorded: Size,
  limits: Limits,
): Promise<Buffer> {
  const whole = Buffer.isBuffer(input) ? await actualSize(input) : input;
  const crop = scaleRect(plan.geometry.crop, recorded, whole);
  const { width, height } = plan.format === 'ico' ? fitIcon(plan.geometry.size) : plan.geometry.size;
  const opened = Buffer.isBuffer(input) ? decode(input, plan, limits) : sharp(input.data, { raw: input });
  const pipeline = cutAndResize(opened.timeout({ seconds: limits.renderTimeoutSeconds }), crop, whole, {
    width,
    height,
  });
  return encode(withBackground(pipeline, plan), plan, limits.quality);
}

function decode(source: Buffer, { isAnimated }: RenditionPlan, limits: Limits): Sharp {
  return sharp(source, {
    animated: isAnimated,
    limitInputPixels: isAnimated ? limits.maxAnimationPixels : limits.maxPixels,
    // Old originals with a blemish at their end are still worth showing.
    failOn: 'none',
  }).autoOrient();
}

/**
 * Decoders of JPEG and WebP make large images smaller while they read them, which saves most of the work, but only where
 * nothing is cut out before. So little is cut off afterwards, where what is cut off is little.
 */
function cutAndResize(pipeline: Sharp, crop: Rect, whole: Size, { width, height }: Size): Sharp {
  const part = sizeOf(crop);
  if (part.width === whole.width && part.height === whole.height)
    return pipeline.resize(width, height, { fit: 'fill' });
  const shrinks = part.width >= 2 * width && part.height >= 2 * height;
  if (!shrinks || part.width * part.height * MOSTLY < whole.width * whole.height) {
    return pipeline.extract({ left: crop.left, top: crop.top, ...part }).resize(width, height, { fit: 'fill' });
  }
  const all = {
    width: Math.max(width, Math.round((whole.width * width) / part.width)),
    height: Math.max(height, Math.round((whole.height * height) / part.height)),
  };
  const left = Math.min(Math.round((crop.left * width) / part.width), all.width - width);
  const top = Math.min(Math.round((crop.top * height) / part.height), all.height - height);
  return pipeline.resize(all.width, all.height, { fit: 'fill' }).extract({ left, top, width, height });
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

async function actualSize(source: Buffer): Promise<Size> {
  const { autoOrient } = await sharp(source, { limitInputPixels: false }).metadata();
  return autoOrient;
}

function withBackground(pipeline: Sharp, plan: RenditionPlan): Sharp {
  const asked = lastOf(plan.spec.operations, 'bgcolor')?.color;
  if (asked) return pipeline.flatten({ background: asked });
  return plan.format === 'jpeg' ? pipeline.flatten({ background: '#ffffff' }) : pipeline;
}

async function encode(pipeline: Sharp, plan: RenditionPlan, defaults: MediaOptions['quality']): Promise<Buffer> {
  const lossless = lastOf(plan.spec.operations, 'format')?.lossless ?? false;
  switch (plan.format) {
    case 'jpeg':
      return pipeline
        .jpeg({ quality: qualityOf(plan, 'jpeg', defaults), progressive: true, mozjpeg: false })
        .toBuffer();
    case 'webp':
      return pipeline.webp({ quality: qualityOf(plan, 'webp', defaults), lossless }).toBuffer();
    case 'avif':
      return pipeline.avif({ quality: qualityOf(plan, 'avif', defaults), lossless, effort: AVIF_EFFORT }).toBuffer();
    case 'gif':
      return pipeline.gif().toBuffer();
    case 'ico':
      return icoOf(await pipeline.ensureAlpha().png().toBuffer(), fitIcon(plan.geometry.size));
    default:
      return pipeline.png().toBuffer();
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
