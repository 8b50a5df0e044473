import type { FilterSpec } from './filter-spec.js';
import { lastOf, type OutputFormat } from './operations.js';

const EXTENSIONS: Readonly<Record<OutputFormat, string>> = {
  jpeg: '.jpg',
  png: '.png',
  gif: '.gif',
  webp: '.webp',
  avif: '.avif',
  ico: '.ico',
  svg: '.svg',
};

const MIME_TYPES: Readonly<Record<OutputFormat, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  svg: 'image/svg+xml',
};

/** What the choice of format depends on. */
export interface SourceFormat {
  readonly mimeType: string;
  readonly isAnimated: boolean;
}

/**
 * The format a rendition gets: what the spec says, else the source's where every browser and mail program shows
 * it. Still GIFs, WebP, AVIF and BMP become PNG; moving GIFs and WebPs stay what they are, so that they move.
 */
export function outputFormat(spec: FilterSpec, source: SourceFormat): OutputFormat {
  const asked = lastOf(spec.operations, 'format');
  if (asked) return asked.format;
  switch (source.mimeType) {
    case 'image/jpeg':
      return 'jpeg';
    case 'image/svg+xml':
      return 'svg';
    case 'image/gif':
      return source.isAnimated ? 'gif' : 'png';
    case 'image/webp':
      return source.isAnimated ? 'webp' : 'png';
    default:
      return 'png';
  }
}

/** File name extension with its dot. */
export function extensionOf(format: OutputFormat): string {
  return EXTENSIONS[format];
}

/** Media type for the `Content-Type` header. */
export function mimeTypeOf(format: OutputFormat): string {
  return MIME_TYPES[format];
}
