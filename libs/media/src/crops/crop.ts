import { invalid, type FieldError } from '@pipit/kernel';
import type { Size } from '../filter-spec/rect.js';

/** A part of an image, in whole pixels as it is seen. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a person chose to be shown, by the name of a ratio the project declares. */
export type Crops = Readonly<Record<string, Crop>>;

/** A declared ratio: `16:9` is 16 wide and 9 high. */
export interface CropRatio extends Size {
  readonly name: string;
}

/** Chosen pixels are whole, so a ratio is met when it lies within one of them. */
const TOLERANCE = 1;

/** The ratios a project declares, in its order; throws a sentence for one that is none. */
export function cropRatios(declared: Readonly<Record<string, string>>): CropRatio[] {
  return Object.entries(declared).map(([name, ratio]) => {
    const match = /^([1-9]\d{0,4}):([1-9]\d{0,4})$/.exec(ratio);
    if (!/^[a-z][A-Za-z0-9_]{0,39}$/.test(name)) {
      throw new Error(`The crop "${name}" needs a name of letters, digits and "_" that begins with a small letter.`);
    }
    if (!match) throw new Error(`The crop "${name}" needs a ratio such as "16:9", not "${ratio}".`);
    return { name, width: Number(match[1]), height: Number(match[2]) };
  });
}

/**
 * The crops after a change: those named are set, null takes one away, all others stay. Throws `invalid` for names
 * nobody declared, for parts outside of the image and for other ratios.
 */
export function changedCrops(
  crops: Crops,
  changes: Readonly<Record<string, Crop | null>>,
  image: Size,
  ratios: readonly CropRatio[],
): Crops {
  const errors: FieldError[] = [];
  const result = new Map(Object.entries(crops));
  for (const [name, crop] of Object.entries(changes)) {
    const rounded = crop && roundedCrop(crop);
    const fault = faultOf(rounded, image, ratios.find((ratio) => ratio.name === name)); // prettier-ignore
    if (fault) errors.push({ path: `/crops/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, ...fault });
    else if (rounded) result.set(name, rounded);
    else result.delete(name);
  }
  if (errors.length > 0) throw invalid('Some crops are not valid.', errors);
  return Object.fromEntries(result);
}

function roundedCrop({ x, y, width, height }: Crop): Crop {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}

function faultOf(crop: Crop | null, image: Size, ratio: CropRatio | undefined): Omit<FieldError, 'path'> | null {
  if (!ratio) return { code: 'unknown_crop', message: 'No crop of this name is declared.' };
  if (!crop) return null;
  const { x, y, width, height } = crop;
  const isInside =
    [x, y, width, height].every(Number.isFinite) &&
    x >= 0 && y >= 0 && width >= 1 && height >= 1 && x + width <= image.width && y + height <= image.height; // prettier-ignore
  if (!isInside) {
    return { code: 'outside', message: `It has to lie inside the image of ${image.width} × ${image.height} pixels.` };
  }
  const expected = (width * ratio.height) / ratio.width;
  const isOfRatio =
    Math.abs(expected - height) <= TOLERANCE || Math.abs((height * ratio.width) / ratio.height - width) <= TOLERANCE;
  return isOfRatio ? null : { code: 'ratio', message: `Its sides have to be as ${ratio.width} to ${ratio.height}.` };
}

/** The largest part of that ratio, as near to the focal point as it can be: what is shown where nobody chose. */
export function cropOfRatio(image: Size, ratio: Size, focus: { readonly x: number; readonly y: number } | null): Crop {
  const factor = Math.min(image.width / ratio.width, image.height / ratio.height);
  const width = Math.max(1, Math.min(image.width, Math.round(ratio.width * factor)));
  const height = Math.max(1, Math.min(image.height, Math.round(ratio.height * factor)));
  const start = (centre: number, length: number, room: number): number =>
    Math.round(Math.min(Math.max(centre - length / 2, 0), room - length));
  return {
    x: start(focus?.x ?? image.width / 2, width, image.width),
    y: start(focus?.y ?? image.height / 2, height, image.height),
    width,
    height,
  };
}
