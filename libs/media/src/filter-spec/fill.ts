import type { FocalPoint } from './focal-point.js';
import type { GeometryOperation } from './operations.js';
import { moveInside, moveToCover, rectAround, roundOutwards, type Size } from './rect.js';
import { crop, resize, type Transform } from './transform.js';

type Fill = Extract<GeometryOperation, { kind: 'fill' }>;

/**
 * Crops to the ratio of the operation, around the focal point or else the centre, then shrinks. A source that is
 * too small keeps its size: the result has the right ratio and fewer pixels.
 */
export function applyFill(transform: Transform, fill: Fill, focalPoint: FocalPoint | null): Transform {
  const source = transform.size;
  const centre = focalPoint ?? { x: source.width / 2, y: source.height / 2 };
  const size = cropSize(source, fill, focalPoint);
  // The focal point keeps its relative place: what is 20 % from the left stays 20 % from the left.
  const x = centre.x - (centre.x / source.width - 0.5) * size.width;
  const y = centre.y - (centre.y / source.height - 0.5) * size.height;
  let rect = rectAround(x, y, size);
  if (focalPoint) rect = moveToCover(rect, rectAround(focalPoint.x, focalPoint.y, focalPoint));
  rect = moveInside(rect, { left: 0, top: 0, right: source.width, bottom: source.height });
  const cropped = crop(transform, roundOutwards(rect));
  return fill.width < cropped.size.width ? resize(cropped, { width: fill.width, height: fill.height }) : cropped;
}

/** From the largest rectangle of the ratio towards the focal point, by closeness; never so close that pixels run out. */
function cropSize(source: Size, fill: Fill, focalPoint: FocalPoint | null): Size {
  const ratio = fill.width / fill.height;
  const largest = sizeOfRatio(Math.min(source.width, source.height * ratio), ratio);
  if (!focalPoint) return largest;
  const smallest = sizeOfRatio(Math.max(focalPoint.width, focalPoint.height * ratio), ratio);
  if (smallest.width >= largest.width) return largest;
  const closest = Math.max(
    1 - (fill.width - smallest.width) / (largest.width - smallest.width),
    1 - (fill.height - smallest.height) / (largest.height - smallest.height),
  );
  const closeness = Math.min(fill.closeness, closest);
  if (!(closeness >= 0 && closeness <= 1)) return largest;
  return {
    width: largest.width + (smallest.width - largest.width) * closeness,
    height: largest.height + (smallest.height - largest.height) * closeness,
  };
}

function sizeOfRatio(width: number, ratio: number): Size {
  return { width, height: width / ratio };
}
