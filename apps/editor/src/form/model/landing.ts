/** The side of an entry at which a dragged one is put in. */
export type DropPlace = 'before' | 'after';

/** The index an entry gets when it is dropped beside another; `null` when it would stay where it is. */
export function landing(from: number, over: number, side: DropPlace): number | null {
  const gap = side === 'before' ? over : over + 1;
  const to = gap > from ? gap - 1 : gap;
  return to === from ? null : to;
}
