/** The drawn thing at a place of the list. */
export function drawnAt(box: HTMLElement | null, index: number): HTMLElement | null {
  return box?.querySelector<HTMLElement>(`[data-place="${index}"]`) ?? null;
}

const middle = (element: Element): number => {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
};

/** The place so many rows of pictures below (or above, when negative) another, where the eye expects it. */
export function placeBeside(box: HTMLElement | null, index: number, rows: number): number {
  const from = drawnAt(box, index);
  if (!box || !from) return index;
  const all = [...box.querySelectorAll('[data-row]')].map((row) => [...row.querySelectorAll('[data-place]')]);
  const here = all.findIndex((row) => row.includes(from));
  const target = all[here + rows];
  // Beyond what is drawn: about as many pictures on as those rows have.
  if (!target) return index + rows * Math.max(1, Math.round(all.flat().length / Math.max(1, all.length)));
  const x = middle(from);
  const nearest = target.reduce((best, one) => (Math.abs(middle(one) - x) < Math.abs(middle(best) - x) ? one : best));
  return Number((nearest as HTMLElement).dataset.place);
}
