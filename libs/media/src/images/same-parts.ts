import type { Crops } from '../crops/crop.js';
import type { FocalPointColumns } from '../filter-spec/focal-point.js';
import type { Size } from '../filter-spec/rect.js';

/** What people chose of an image. */
type Choices = FocalPointColumns & { readonly crops: Crops };

/** Sides that differ by less are those of one picture in two sizes. */
const SAME_RATIO = 0.01;

/**
 * What was chosen of a picture, for the file that takes its place: the same parts where it is the same picture in
 * another size, nothing where its ratio is another, as nobody knows what is there now.
 */
export function samePartsOf(choices: Choices, from: Size, to: Size): Choices {
  const ratio = to.width / to.height / (from.width / from.height);
  if (Math.abs(ratio - 1) > SAME_RATIO) {
    return { focalPointX: null, focalPointY: null, focalPointWidth: null, focalPointHeight: null, crops: {} };
  }
  const [x, y] = [scaled(to.width / from.width, to.width), scaled(to.height / from.height, to.height)];
  return {
    focalPointX: x(choices.focalPointX),
    focalPointY: y(choices.focalPointY),
    focalPointWidth: x(choices.focalPointWidth),
    focalPointHeight: y(choices.focalPointHeight),
    crops: Object.fromEntries(
      Object.entries(choices.crops).map(([name, crop]) => {
        const [left, top] = [x(crop.x), y(crop.y)];
        const width = Math.max(1, Math.min(x(crop.width), to.width - left));
        const height = Math.max(1, Math.min(y(crop.height), to.height - top));
        return [name, { x: left, y: top, width, height }];
      }),
    ),
  };
}

function scaled(factor: number, limit: number) {
  return <N extends number | null>(length: N): N =>
    (length === null ? null : Math.min(Math.round(length * factor), limit)) as N;
}
