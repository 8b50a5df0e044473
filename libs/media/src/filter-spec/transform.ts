import type { Rect, Size } from './rect.js';
import { sizeOf } from './rect.js';

/**
 * Crops and resizes folded into one scale and one offset, so that any number of operations costs one crop and
 * one resize of the pixels.
 */
export interface Transform {
  readonly size: Size;
  readonly scale: { readonly x: number; readonly y: number };
  readonly offset: { readonly x: number; readonly y: number };
}

/** The transform that changes nothing. */
export function identity(size: Size): Transform {
  return { size, scale: { x: 1, y: 1 }, offset: { x: 0, y: 0 } };
}

/** Stretches the result to a new size. */
export function resize(transform: Transform, size: Size): Transform {
  return {
    ...transform,
    size,
    scale: {
      x: (transform.scale.x * size.width) / transform.size.width,
      y: (transform.scale.y * size.height) / transform.size.height,
    },
  };
}

/** Keeps only the rectangle, given in pixels of the result so far. */
export function crop(transform: Transform, rect: Rect): Transform {
  return {
    ...transform,
    size: sizeOf(rect),
    offset: {
      x: transform.offset.x - rect.left / transform.scale.x,
      y: transform.offset.y - rect.top / transform.scale.y,
    },
  };
}

/** The region of the source which the result shows. */
export function sourceRect({ size, scale, offset }: Transform): Rect {
  return {
    left: -offset.x,
    top: -offset.y,
    right: -offset.x + size.width / scale.x,
    bottom: -offset.y + size.height / scale.y,
  };
}
