import { parseFilterSpec, specForSvg, type FilterSpec } from '../filter-spec/filter-spec.js';
import { focalPointOf } from '../filter-spec/focal-point.js';
import { computeGeometry, type Geometry } from '../filter-spec/geometry.js';
import type { OutputFormat } from '../filter-spec/operations.js';
import { outputFormat } from '../filter-spec/output-format.js';
import { focalKeyFor, renditionFileName } from '../filter-spec/rendition-name.js';
import type { Image } from '../image.entity.js';
import { baseName } from '../media-url.js';

/** The columns of an image that decide what its renditions look like. */
export type RenditionSource = Pick<
  Image,
  | 'fileKey'
  | 'mimeType'
  | 'width'
  | 'height'
  | 'frameCount'
  | 'focalPointX'
  | 'focalPointY'
  | 'focalPointWidth'
  | 'focalPointHeight'
>;

/** All there is to know about a rendition before its file is made; worked out from numbers alone. */
export interface RenditionPlan {
  readonly spec: FilterSpec;
  readonly geometry: Geometry;
  readonly format: OutputFormat;
  readonly isAnimated: boolean;
  readonly focalKey: string;
  readonly fileKey: string;
}

const MOVING_FORMATS: readonly OutputFormat[] = ['gif', 'webp'];

/** Plans a rendition; throws `invalid_filter_spec`. */
export function planRendition(image: RenditionSource, text: string): RenditionPlan {
  const asked = parseFilterSpec(text);
  const spec = image.mimeType === 'image/svg+xml' ? specForSvg(asked) : asked;
  const sourceMoves = image.frameCount > 1;
  const format = outputFormat(spec, { mimeType: image.mimeType, isAnimated: sourceMoves });
  const focalKey = focalKeyFor(spec, image);
  return {
    spec,
    geometry: computeGeometry(spec.operations, { width: image.width, height: image.height }, focalPointOf(image)),
    format,
    isAnimated: sourceMoves && MOVING_FORMATS.includes(format),
    focalKey,
    fileKey: `images/${renditionFileName(baseName(image.fileKey), spec, focalKey, format)}`,
  };
}
