import type { MakeWish } from '../engine/recipe.js';
import { sizeOf, type Size } from '../filter-spec/rect.js';
import type { MediaOptions } from '../media-options.js';
import type { RenditionPlan, RenditionSource } from './plan.js';

/** How much smaller than the image it may be: decoders of JPEG know no more, and it costs little by then. */
const MOST = 8;
/** What is left to shrink from there, so that nobody sees that it was done in two steps. */
const LEFT = 1.5;

/** An image at a fraction of its size, and how it is made. */
export interface ReducedImage {
  readonly size: Size;
  readonly recipe: NonNullable<MakeWish['reduce']>;
}

/**
 * Decoding a photograph is most of the work on a small rendition, and its sizes are asked for together. So images are
 * decoded at a half, a quarter or an eighth of their size once for all renditions that need no more, and kept for a
 * moment. Which of them a rendition is made from depends on its plan alone, so that it always comes out the same. Null
 * for those that need the whole image.
 */
export function reducedFor(
  plan: RenditionPlan,
  image: RenditionSource,
  { maxPixels, renderTimeoutSeconds: seconds }: Pick<MediaOptions, 'maxPixels' | 'renderTimeoutSeconds'>,
): ReducedImage | null {
  const factor = plan.isAnimated ? 1 : factorFor(plan);
  if (factor === 1) return null;
  const size = sizeFor(image, factor);
  const opening = { limitInputPixels: maxPixels, failOn: 'none' } as const;
  const steps = [['timeout', { seconds }], ['autoOrient'], ['resize', { ...size, fit: 'fill' }]] as const;
  return { size, recipe: { key: `${image.fileKey} ${factor}`, opening, steps } };
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
