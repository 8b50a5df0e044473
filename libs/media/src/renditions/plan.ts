import { cropOfRatio, type CropRatio } from '../crops/crop.js';
import { parseFilterSpec, specForSvg, type FilterSpec } from '../filter-spec/filter-spec.js';
import { focalPointOf } from '../filter-spec/focal-point.js';
import { computeGeometry, type CropNamed, type Geometry } from '../filter-spec/geometry.js';
import { invalidFilterSpec } from '../filter-spec/invalid-filter-spec.js';
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
  | 'crops'
>;

/** All there is to know about a rendition before its file is made; worked out from numbers alone. */
export interface RenditionPlan {
  readonly spec: FilterSpec;
  readonly geometry: Geometry;
  readonly format: OutputFormat;
  readonly isAnimated: boolean;
  /** Which format is made depends on who asks; `format` is what everybody understands. */
  readonly negotiates: boolean;
  readonly focalKey: string;
  readonly fileKey: string;
}

const MOVING_FORMATS: readonly OutputFormat[] = ['gif', 'webp'];

/** Plans a rendition; throws `invalid_filter_spec`. `ratios` are those that crops may be named after. */
export function planRendition(image: RenditionSource, text: string, ratios: readonly CropRatio[]): RenditionPlan {
  const asked = parseFilterSpec(text);
  const spec = image.mimeType === 'image/svg+xml' ? specForSvg(asked) : asked;
  const sourceMoves = image.frameCount > 1;
  const format = outputFormat(spec, { mimeType: image.mimeType, isAnimated: sourceMoves });
  const focalKey = focalKeyFor(spec, image);
  return {
    spec,
    geometry: computeGeometry(
      spec.operations,
      { width: image.width, height: image.height },
      focalPointOf(image),
      cropsOf(image, ratios),
    ),
    format,
    isAnimated: sourceMoves && MOVING_FORMATS.includes(format),
    negotiates: format !== 'svg' && spec.operations.some(({ kind }) => kind === 'auto'),
    focalKey,
    fileKey: `images/${renditionFileName(baseName(image.fileKey), spec, focalKey, format)}`,
  };
}

/** What a person chose, or else the largest part of that ratio around the focal point. */
function cropsOf(image: RenditionSource, ratios: readonly CropRatio[]): CropNamed {
  return (name) => {
    const ratio = ratios.find((declared) => declared.name === name);
    if (!ratio) throw invalidFilterSpec(`There is no crop "${name}".`);
    const { x, y, width, height } = image.crops[name] ?? cropOfRatio(image, ratio, focalPointOf(image));
    return { left: x, top: y, right: x + width, bottom: y + height };
  };
}
