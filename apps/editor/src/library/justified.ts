/** A picture that wants a place: its width divided by its height. */
export interface Shape {
  ratio: number;
}
export interface JustifiedRow {
  /** Index of the first picture in it. */
  start: number;
  /** Index behind the last one. */
  end: number;
  /** Room left over at the end, in pixels; the pictures before it keep their own width. */
  rest: number;
}

const narrowest = 0.66;
const widest = 2.6;

/** The ratio a picture is shown with: panoramas and columns are cut, so that every row has a few pictures. */
export function shownRatio({ width, height }: { width: number; height: number }): number {
  const ratio = width && height ? width / height : 1.5;
  return Math.min(widest, Math.max(narrowest, Math.round(ratio * 100) / 100));
}

/**
 * Sets pictures into rows of one height that fill the width. All rows are about equally full; only when nothing comes
 * after them (`last`) the final row may stay short.
 */
export function justifiedRows(
  shapes: readonly Shape[],
  room: { width: number; height: number; gap: number },
  last: boolean,
): JustifiedRow[] {
  if (shapes.length === 0 || room.width <= 0) return [];
  const line = room.width + room.gap;
  const spans = shapes.map(({ ratio }) => ratio * room.height + room.gap);
  const whole = spans.reduce((sum, span) => sum + span, 0);
  const rows = last ? Math.max(1, Math.ceil(whole / line - 0.2)) : Math.max(1, Math.round(whole / line));
  const goal = last ? Math.max(line, whole / rows) : whole / rows;
  const made: JustifiedRow[] = [];
  let start = 0;
  let used = 0;
  for (let index = 0; index < spans.length; index += 1) {
    const span = spans[index] ?? 0;
    const end = goal * (made.length + 1);
    // A picture goes where the larger part of it lies.
    if (index > start && used + span / 2 > end && made.length < rows - 1) {
      made.push({ start, end: index, rest: 0 });
      start = index;
    }
    used += span;
  }
  const tail = spans.slice(start).reduce((sum, span) => sum + span, 0);
  made.push({ start, end: spans.length, rest: last ? Math.max(0, line - tail) : 0 });
  return made;
}

/** About so many rows for pictures nobody has seen yet. */
export function expectedRows(number: number, room: { width: number; height: number; gap: number }): number {
  const usual = 1.4;
  return Math.max(1, Math.round((number * (usual * room.height + room.gap)) / Math.max(1, room.width + room.gap)));
}
