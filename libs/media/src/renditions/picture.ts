import type { OutputFormat } from '../filter-spec/operations.js';
import type { RenditionShape } from './renditions.js';

/** One `<source>`: the same picture in another format. */
export interface PictureSource {
  /** Media type. */
  readonly type: string;
  /** Addresses with their widths, as the attribute is written. */
  readonly srcset: string;
}

/**
 * Several renditions of one image, to choose from: what `url`, `width` and `height` say is the fallback, as for a
 * single rendition.
 */
export interface PictureShape extends RenditionShape {
  /** Addresses of the fallback's format with their widths. */
  readonly srcset: string;
  /** Other formats in the order browsers are to try them. */
  readonly sources: readonly PictureSource[];
}

/** One of the renditions a spec with braces stands for. */
export interface PicturePart {
  /** The format it names; null when it names none. */
  readonly format: OutputFormat | null;
  readonly mimeType: string;
  readonly shape: RenditionShape;
}

/** As Wagtail's `picture` tag orders sources: the smallest files first; the last that is there is the fallback. */
const ORDER: readonly (OutputFormat | null)[] = ['avif', 'webp', 'jpeg', 'png', 'gif', 'ico', null];

/** Puts the parts of a spec with braces together, as Wagtail's `srcset_image` and `picture` tags do. */
export function pictureOf(parts: readonly PicturePart[]): PictureShape {
  const byFormat = ORDER.map((format) => parts.filter((part) => part.format === format)).filter(
    ({ length }) => length > 0,
  );
  const fallback = byFormat.at(-1) ?? [];
  const [first] = fallback;
  if (!first) throw new Error('A picture has at least one rendition.');
  return {
    ...first.shape,
    srcset: srcsetOf(fallback),
    sources: byFormat.slice(0, -1).map((group) => ({ type: group[0]?.mimeType ?? '', srcset: srcsetOf(group) })),
  };
}

function srcsetOf(parts: readonly PicturePart[]): string {
  return parts.map(({ shape: { url, width } }) => `${url} ${width}w`).join(', ');
}
