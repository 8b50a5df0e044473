import { readFile } from 'node:fs/promises';
import { imageRefused } from '../errors.js';
import { readEmbeddedMetadata, type EmbeddedMetadata } from '../facts/embedded-metadata.js';
import type { Pixels, Recipe } from '../engine/recipe.js';
import { lookAt, SMALL_SIDE, type Look } from '../facts/look.js';
import type { Pictures } from '../engine/pictures.js';
import type { MediaOptions } from '../media-options.js';
import { imageTypeOf, mimeTypeOfImage, type ImageType } from './image-type.js';
import { inWords, type SpooledFile } from './spool.js';
import { MAX_SVG_BYTES, sanitiseSvg } from './svg-sanitiser.js';

/** What a look at the file itself tells about an image. */
export interface ImageFacts extends Look {
  readonly type: ImageType;
  readonly mimeType: string;
  /** As it is seen, EXIF orientation applied. */
  readonly width: number;
  readonly height: number;
  readonly frameCount: number;
  readonly metadata: EmbeddedMetadata;
}

type Limits = Pick<MediaOptions, 'maxPixels' | 'maxAnimationPixels' | 'renderTimeoutSeconds'>;

/**
 * Reads type and size, refuses what is too large before a single pixel is decoded, then decodes once, small, so that
 * a broken file is refused at the door and not in front of readers.
 */
export async function probeImage(
  pictures: Pictures,
  file: Pick<SpooledFile, 'path' | 'head' | 'size'>,
  limits: Limits,
): Promise<ImageFacts> {
  const type = imageTypeOf(file.head);
  if (!type) throw imageRefused('This file is no image of a kind we take: JPEG, PNG, GIF, WebP, AVIF or SVG.');
  if (type === 'heic') {
    throw imageRefused('HEIC images cannot be used, as most browsers do not show them. Export the photo as JPEG.');
  }
  return type === 'svg' ? probeSvg(file) : probeRaster(pictures, file.path, type, limits);
}

async function probeSvg(file: Pick<SpooledFile, 'path' | 'size'>): Promise<ImageFacts> {
  if (file.size > MAX_SVG_BYTES) throw imageRefused(`SVG files may have at most ${inWords(MAX_SVG_BYTES)}.`);
  const { frame } = sanitiseSvg(await readFile(file.path, 'utf8'));
  const side = (length: number): number => Math.min(Math.max(Math.trunc(length), 1), 100_000);
  return {
    type: 'svg',
    mimeType: mimeTypeOfImage('svg'),
    width: side(frame.size.width),
    height: side(frame.size.height),
    frameCount: 1,
    metadata: {},
    dominantColor: null,
    placeholder: null,
  };
}

async function probeRaster(pictures: Pictures, path: string, type: ImageType, limits: Limits): Promise<ImageFacts> {
  const { width, height, pages } = await pictures.measure(path).catch(() => {
    throw imageRefused('This image is damaged and cannot be read.');
  });
  const frameCount = type === 'gif' || type === 'webp' ? pages : 1;
  checkPixels(width, height, frameCount, limits);
  const look = await lookAt(pictures, await decodeOnce(pictures, path, limits));
  return {
    type,
    mimeType: mimeTypeOfImage(type),
    width,
    height,
    frameCount,
    metadata: await readEmbeddedMetadata(path),
    ...look,
  };
}

function checkPixels(width: number, height: number, frameCount: number, limits: Limits): void {
  const millions = (pixels: number): number => Math.round(pixels / 1_000_000);
  if (width * height > limits.maxPixels) {
    throw imageRefused(
      `This image has ${width} × ${height} pixels; at most ${millions(limits.maxPixels)} million are taken.`,
    );
  }
  if (width * height * frameCount > limits.maxAnimationPixels) {
    const all = millions(limits.maxAnimationPixels);
    throw imageRefused(
      `This animation has ${frameCount} frames of ${width} × ${height} pixels; at most ${all} million pixels are taken in all.`,
    );
  }
}

function decodeOnce(pictures: Pictures, path: string, limits: Limits): Promise<Pixels> {
  const recipe: Recipe = {
    opening: { limitInputPixels: limits.maxPixels, failOn: 'truncated', sequentialRead: true },
    steps: [
      ['timeout', { seconds: limits.renderTimeoutSeconds }],
      ['autoOrient'],
      ['resize', { width: SMALL_SIDE, height: SMALL_SIDE, fit: 'inside', withoutEnlargement: true }],
      ['toColourspace', 'srgb'],
      ['ensureAlpha'],
      ['raw', { depth: 'uchar' }],
    ],
  };
  return pictures.make(path, recipe).catch(() => {
    throw imageRefused('This image is damaged: its end is missing or cannot be decoded.');
  });
}
