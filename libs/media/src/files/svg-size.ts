import type { Size } from '../filter-spec/rect.js';

/** The part of the drawing that fills the picture, in the drawing's own units. */
export interface ViewBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What an SVG's root element says about its size. */
export interface SvgFrame {
  readonly size: Size;
  readonly viewBox: ViewBox;
  readonly preserveAspectRatio: string;
}

/** What browsers show where an SVG says nothing. */
const FALLBACK: Size = { width: 300, height: 150 };

/** CSS pixels per unit, at 96 to the inch and 16 to the em. */
const PIXELS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  em: 16,
  ex: 8,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  pt: 96 / 72,
  pc: 16,
};

/**
 * Size and frame of an SVG from the attributes of its root. A missing side takes the length of the other one, both
 * missing the view box; relative lengths have no size of their own and count as missing.
 */
export function svgFrame(attributes: Readonly<Record<string, string>>): SvgFrame {
  const viewBox = parseViewBox(attributes['viewBox']);
  const width = parseLength(attributes['width']);
  const height = parseLength(attributes['height']);
  const size: Size = {
    width: width ?? height ?? viewBox?.width ?? FALLBACK.width,
    height: height ?? width ?? viewBox?.height ?? FALLBACK.height,
  };
  return {
    size,
    viewBox: viewBox ?? { x: 0, y: 0, ...size },
    preserveAspectRatio: parseAlignment(attributes['preserveAspectRatio']),
  };
}

/** The view box that shows only a rectangle of the picture, given in pixels of the picture. */
export function cropViewBox(
  frame: SvgFrame,
  rect: { left: number; top: number; right: number; bottom: number },
): ViewBox {
  const { scaleX, scaleY, shiftX, shiftY } = toPicture(frame);
  const x = (rect.left - shiftX) / scaleX;
  const y = (rect.top - shiftY) / scaleY;
  return { x, y, width: (rect.right - shiftX) / scaleX - x, height: (rect.bottom - shiftY) / scaleY - y };
}

/** How units of the drawing become pixels of the picture, without the view box's own origin. */
function toPicture({ size, viewBox, preserveAspectRatio }: SvgFrame) {
  const scaleX = size.width / viewBox.width;
  const scaleY = size.height / viewBox.height;
  if (preserveAspectRatio.startsWith('none')) {
    return { scaleX, scaleY, shiftX: -viewBox.x * scaleX, shiftY: -viewBox.y * scaleY };
  }
  const scale = preserveAspectRatio.endsWith('slice') ? Math.max(scaleX, scaleY) : Math.min(scaleX, scaleY);
  const spare = (picture: number, drawing: number, place: string): number =>
    (picture - drawing * scale) * (place === 'Mid' ? 0.5 : place === 'Max' ? 1 : 0);
  return {
    scaleX: scale,
    scaleY: scale,
    shiftX: spare(size.width, viewBox.width, preserveAspectRatio.slice(1, 4)) - viewBox.x * scale,
    shiftY: spare(size.height, viewBox.height, preserveAspectRatio.slice(5, 8)) - viewBox.y * scale,
  };
}

function parseViewBox(text: string | undefined): ViewBox | null {
  const numbers = (text ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [x = 0, y = 0, width = 0, height = 0] = numbers;
  return numbers.length === 4 && numbers.every(Number.isFinite) && width > 0 && height > 0
    ? { x, y, width, height }
    : null;
}

function parseLength(text: string | undefined): number | null {
  const match = /^([+]?[\d.]{1,20}(?:e[+-]?\d{1,3})?)([a-z]{0,2})$/i.exec((text ?? '').trim());
  const factor = PIXELS[(match?.[2] ?? '').toLowerCase()];
  const length = match && factor ? Number(match[1]) * factor : Number.NaN;
  return length > 0 && Number.isFinite(length) ? length : null;
}

function parseAlignment(text: string | undefined): string {
  const clean = (text ?? '').trim().replace(/\s+/g, ' ');
  return /^(none|x(Min|Mid|Max)Y(Min|Mid|Max)( (meet|slice))?)$/.test(clean) ? clean : 'xMidYMid meet';
}
