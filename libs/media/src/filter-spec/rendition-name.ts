import { createHash } from 'node:crypto';
import type { Crops } from '../crops/crop.js';
import { validFileName } from '../files/file-names.js';
import type { FilterSpec } from './filter-spec.js';
import { focalPointKey, type FocalPointColumns } from './focal-point.js';
import type { OutputFormat } from './operations.js';
import { extensionOf } from './output-format.js';

/** File names longer than this are cut, as some stores and archives cannot take them. */
const MAX_NAME = 60;

/** The part of the unique key that stands for the focal point; empty when no operation looks at it. */
export function focalKeyFor(spec: FilterSpec, image: FocalPointColumns & { readonly crops?: Crops }): string {
  const [first] = spec.operations;
  if (first?.kind === 'crop') return cropKey(image.crops?.[first.name], focalPointKey(image));
  return spec.operations.some(({ kind }) => kind === 'fill') ? focalPointKey(image) : '';
}

/** A named crop follows the focal point where nobody chose, and what comes after it may look at the point too. */
function cropKey(crop: Crops[string] | undefined, focalKey: string): string {
  const text = crop ? [crop.x, crop.y, crop.width, crop.height].join('-') : 'None';
  return createHash('sha1').update(`${text} ${focalKey}`).digest('hex').slice(0, 8);
}

/** `breads1.jpg` with `fill-1920x900` → `breads1.2e16d0ba.fill-1920x900.jpg`. */
export function renditionFileName(
  originalFileName: string,
  spec: FilterSpec,
  focalKey: string,
  format: OutputFormat,
): string {
  const stem = originalFileName.replace(/\.[^.]*$/, '');
  const ending = [...(focalKey ? [focalKey] : []), spec.text.replaceAll('|', '.')].join('.') + extensionOf(format);
  const room = Math.max(MAX_NAME - 1 - ending.length, 1);
  return validFileName(`${[...stem].slice(0, room).join('')}.${ending}`);
}
