/** A rectangle in pixels of the source; `right` and `bottom` are outside it. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A width and a height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The rectangle of this size around a centre. */
export function rectAround(x: number, y: number, { width, height }: Size): Rect {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

/** How large the rectangle is. */
export function sizeOf(rect: Rect): Size {
  return { width: rect.right - rect.left, height: rect.bottom - rect.top };
}

/** The smallest rectangle of whole pixels that covers this one. */
export function roundOutwards(rect: Rect): Rect {
  return {
    left: Math.floor(rect.left),
    top: Math.floor(rect.top),
    right: Math.ceil(rect.right),
    bottom: Math.ceil(rect.bottom),
  };
}

/** Moves the rectangle, without resizing it, until it covers the other as far as it can. */
export function moveToCover(rect: Rect, other: Rect): Rect {
  const [left, right] = coverSpan(rect.left, rect.right, other.left, other.right);
  const [top, bottom] = coverSpan(rect.top, rect.bottom, other.top, other.bottom);
  return { left, top, right, bottom };
}

/** Moves the rectangle, without resizing it, until it lies within the other. */
export function moveInside(rect: Rect, other: Rect): Rect {
  const [left, right] = clampSpan(rect.left, rect.right, other.left, other.right);
  const [top, bottom] = clampSpan(rect.top, rect.bottom, other.top, other.bottom);
  return { left, top, right, bottom };
}

/** Cuts off what lies outside the other. */
export function intersect(rect: Rect, other: Rect): Rect {
  return {
    left: Math.max(rect.left, other.left),
    top: Math.max(rect.top, other.top),
    right: Math.min(rect.right, other.right),
    bottom: Math.min(rect.bottom, other.bottom),
  };
}

/** The far edge is looked at last, so it wins where both cannot be covered. */
function coverSpan(start: number, end: number, otherStart: number, otherEnd: number): [number, number] {
  const [a, b] = start > otherStart ? [otherStart, end - (start - otherStart)] : [start, end];
  return b < otherEnd ? [a + (otherEnd - b), otherEnd] : [a, b];
}

function clampSpan(start: number, end: number, otherStart: number, otherEnd: number): [number, number] {
  const [a, b] = start < otherStart ? [otherStart, end - (start - otherStart)] : [start, end];
  return b > otherEnd ? [a - (b - otherEnd), otherEnd] : [a, b];
}
