import { applyFill } from './fill.js';
import type { FocalPoint } from './focal-point.js';
import { invalidFilterSpec } from './invalid-filter-spec.js';
import { isGeometry, type GeometryOperation, type Operation } from './operations.js';
import { intersect, roundOutwards, type Rect, type Size } from './rect.js';
import { crop, identity, resize, sourceRect, type Transform } from './transform.js';

/** What to do with the pixels: cut out `crop`, then resize it to `size`. */
export interface Geometry {
  readonly crop: Rect;
  readonly size: Size;
}

/** `scale` is the one operation that enlarges; nothing larger than this is ever made. */
const MAX_OUTPUT_PIXELS = 60_000_000;

/** The part of the source that a named crop shows. */
export type CropNamed = (name: string) => Rect;

const noCrops: CropNamed = (name) => {
  throw invalidFilterSpec(`There is no crop "${name}".`);
};

/** Works out crop and output size from the numbers alone; the file is not needed. */
export function computeGeometry(
  operations: readonly Operation[],
  source: Size,
  focalPoint: FocalPoint | null,
  cropNamed: CropNamed = noCrops,
): Geometry {
  const [first, ...rest] = operations.filter(isGeometry);
  const isCropped = first?.kind === 'crop';
  const part = isCropped ? cropNamed(first.name) : null;
  const focus = part ? focusWithin(part, focalPoint) : focalPoint;
  const start = part ? crop(identity(source), part) : identity(source);
  const transform = (isCropped || !first ? rest : [first, ...rest]).reduce(
    (sofar, operation) => apply(sofar, operation, focus),
    start,
  );
  if (transform.size.width * transform.size.height > MAX_OUTPUT_PIXELS) {
    throw invalidFilterSpec(`The rendition would have more than ${MAX_OUTPUT_PIXELS / 1_000_000} megapixels.`);
  }
  const whole: Rect = { left: 0, top: 0, right: Math.ceil(source.width), bottom: Math.ceil(source.height) };
  return { crop: intersect(roundOutwards(sourceRect(transform)), whole), size: transform.size };
}

/** Where the focal point lies in a part of the source; null when it is outside of it. */
function focusWithin(part: Rect, focus: FocalPoint | null): FocalPoint | null {
  const isInside =
    focus && focus.x >= part.left && focus.x <= part.right && focus.y >= part.top && focus.y <= part.bottom;
  return isInside ? { ...focus, x: focus.x - part.left, y: focus.y - part.top } : null;
}

function apply(transform: Transform, operation: GeometryOperation, focalPoint: FocalPoint | null): Transform {
  switch (operation.kind) {
    case 'original':
    // Has been done: it is the first and the source of all others.
    case 'crop':
      return transform;
    case 'fill':
      return applyFill(transform, operation, focalPoint);
    case 'scale':
      return scaleBy(transform, operation.percent / 100);
    case 'width':
      return operation.size < transform.size.width ? fitWidth(transform, operation.size) : transform;
    case 'height':
      return operation.size < transform.size.height ? fitHeight(transform, operation.size) : transform;
    case 'max':
      return applyMax(transform, operation);
    case 'min':
      return applyMin(transform, operation);
  }
}

function applyMax(transform: Transform, { width, height }: Size): Transform {
  const { size } = transform;
  if (size.width <= width && size.height <= height) return transform;
  return width / size.width < height / size.height ? fitWidth(transform, width) : fitHeight(transform, height);
}

function applyMin(transform: Transform, { width, height }: Size): Transform {
  const { size } = transform;
  if (size.width <= width || size.height <= height) return transform;
  return width / size.width > height / size.height ? fitWidth(transform, width) : fitHeight(transform, height);
}

function fitWidth(transform: Transform, width: number): Transform {
  const factor = width / transform.size.width;
  return resize(transform, { width, height: wholePixels(transform.size.height * factor) });
}

function fitHeight(transform: Transform, height: number): Transform {
  const factor = height / transform.size.height;
  return resize(transform, { width: wholePixels(transform.size.width * factor), height });
}

function scaleBy(transform: Transform, factor: number): Transform {
  const { width, height } = transform.size;
  return resize(transform, { width: wholePixels(width * factor), height: wholePixels(height * factor) });
}

/** Sizes are cut off, not rounded, and never vanish. */
function wholePixels(length: number): number {
  return Math.max(Math.trunc(length), 1);
}
