import { validFileName } from '../files/file-names.js';
import type { FilterSpec } from './filter-spec.js';
import { focalPointKey, type FocalPointColumns } from './focal-point.js';
import type { OutputFormat } from './operations.js';
import { extensionOf } from './output-format.js';

/** File names longer than this are cut, as some stores and archives cannot take them. */
const MAX_NAME = 60;

/** The part of the unique key that stands for the focal point; empty when no operation looks at it. */
export function focalKeyFor(spec: FilterSpec, image: FocalPointColumns): string {
  return spec.operations.some(({ kind }) => kind === 'fill') ? focalPointKey(image) : '';
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
