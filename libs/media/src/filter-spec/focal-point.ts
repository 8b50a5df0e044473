import { createHash } from 'node:crypto';

/** The part of an image that crops must keep, in pixels of the original: its centre and its size. */
export interface FocalPoint {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The four columns an image keeps its focal point in. */
export interface FocalPointColumns {
  readonly focalPointX: number | null;
  readonly focalPointY: number | null;
  readonly focalPointWidth: number | null;
  readonly focalPointHeight: number | null;
}

/** The focal point, where all of it is set. */
export function focalPointOf(image: FocalPointColumns): FocalPoint | null {
  const { focalPointX: x, focalPointY: y, focalPointWidth: width, focalPointHeight: height } = image;
  return x === null || y === null || width === null || height === null ? null : { x, y, width, height };
}

/**
 * Eight hexadecimal digits that change with the focal point. They are part of the file name of renditions that
 * depend on it, so that moving the point changes their URL. An unset value reads `None`, which keeps the names
 * of files imported from Wagtail.
 */
export function focalPointKey(image: FocalPointColumns): string {
  const parts = [image.focalPointWidth, image.focalPointHeight, image.focalPointX, image.focalPointY];
  const text = parts.map((part) => (part === null ? 'None' : String(part))).join('-');
  return createHash('sha1').update(text).digest('hex').slice(0, 8);
}
