import { invalid, type FieldError } from '@pipit/kernel';
import type { FocalPoint } from '../filter-spec/focal-point.js';
import type { Image } from '../image.entity.js';

const MAX_TITLE = 255;
const MAX_TEXT = 5000;
// Everything below the space but tab and line ends.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Texts people write about a file; undefined leaves a value as it is. */
export interface TextFacts {
  readonly title?: string;
  readonly description?: string;
  readonly alt?: string;
  readonly credit?: string;
  readonly rights?: string;
}

const LIMITS: Readonly<Record<keyof TextFacts, number>> = {
  title: MAX_TITLE,
  description: MAX_TEXT,
  alt: MAX_TEXT,
  credit: MAX_TITLE,
  rights: MAX_TEXT,
};

/** Cleaned texts; throws `invalid` naming each faulty one. */
export function checkTexts(facts: TextFacts): TextFacts {
  const errors: FieldError[] = [];
  const clean: Record<string, string> = {};
  for (const name of Object.keys(LIMITS) as (keyof TextFacts)[]) {
    const text = facts[name];
    if (text === undefined) continue;
    const limit = LIMITS[name];
    const value = text.trim();
    if (value.length > limit)
      errors.push({ path: `/${name}`, code: 'too_long', message: `At most ${limit} characters.` });
    else if (name === 'title' && value === '')
      errors.push({ path: '/title', code: 'required', message: 'Give it a title.' });
    else if (CONTROL.test(value)) {
      errors.push({ path: `/${name}`, code: 'control_character', message: 'Control characters cannot be stored.' });
    }
    clean[name] = value;
  }
  if (errors.length > 0) throw invalid('Some values are not valid.', errors);
  return clean;
}

/** `My_photo-2.final.jpg` → `My photo-2.final`. */
export function titleFromFileName(fileName: string): string {
  const words = fileName
    .replace(/\.[^.]*$/, '')
    .replaceAll('_', ' ')
    .trim();
  return (words || fileName).slice(0, MAX_TITLE);
}

/** The four columns of a focal point, whole pixels inside the image; throws `invalid` when it lies outside. */
export function focalPointColumns(focalPoint: FocalPoint | null, image: Pick<Image, 'width' | 'height'>) {
  if (!focalPoint) return { focalPointX: null, focalPointY: null, focalPointWidth: null, focalPointHeight: null };
  const { x, y, width, height } = focalPoint;
  const isInside =
    [x, y, width, height].every(Number.isFinite) &&
    x >= 0 &&
    y >= 0 &&
    x <= image.width &&
    y <= image.height &&
    width >= 0 &&
    height >= 0 &&
    width <= image.width &&
    height <= image.height;
  if (!isInside) {
    const message = `The focal point has to lie inside the image of ${image.width} × ${image.height} pixels.`;
    throw invalid(message, [{ path: '/focalPoint', code: 'outside', message }]);
  }
  return {
    focalPointX: Math.round(x),
    focalPointY: Math.round(y),
    focalPointWidth: Math.round(width),
    focalPointHeight: Math.round(height),
  };
}
