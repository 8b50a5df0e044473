import type { Read } from './numbers';

/** Reads a colour as people paste it: three or six digits with or without `#`, or as CSS writes parts of red, green and blue. The stored form is `#rrggbb`, lower case. */
export function readColour(text: string, alpha: boolean): Read<string> {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === '') return { ok: true, value: '' };
  const digits = fromRgb(trimmed) ?? /^#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(trimmed)?.[1];
  if (!digits) return { ok: false, message: 'A colour is six digits or letters up to f, written like #rrggbb.' };
  const long = digits.length < 6 ? [...digits].map((digit) => digit + digit).join('') : digits;
  if (long.length === 8 && !alpha)
    return long.endsWith('ff')
      ? { ok: true, value: `#${long.slice(0, 6)}` }
      : { ok: false, message: 'This colour can’t be see-through.' };
  return { ok: true, value: `#${long}` };
}

function fromRgb(text: string): string | undefined {
  const match = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]+)(%?))?\s*\)$/.exec(text);
  if (!match) return undefined;
  const parts = match.slice(1, 4).map(Number);
  if (match[4] !== undefined) parts.push(Math.round((Number(match[4]) / (match[5] ? 100 : 1)) * 255));
  return parts.every((part) => part >= 0 && part <= 255) ? parts.map(hex).join('') : undefined;
}

/** What the system's picker shows while there is no colour: it knows none that is nothing. */
export const PICKER_START = `#${'0'.repeat(6)}`;

/** How much of what lies behind shows: 100 is nothing of it. */
export function opacityOf(colour: string): number {
  return colour.length === 9 ? Math.round((parseInt(colour.slice(7), 16) / 255) * 100) : 100;
}

/** The colour with another opacity, in per cent. */
export function withOpacity(colour: string, percent: number): string {
  const solid = colour.slice(0, 7);
  return percent >= 100 ? solid : `${solid}${hex(Math.round((Math.max(0, percent) / 100) * 255))}`;
}

const hex = (part: number): string => part.toString(16).padStart(2, '0');
