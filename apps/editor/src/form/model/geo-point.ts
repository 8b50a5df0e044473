import type { Read } from './numbers';

/** A place on the globe, WGS84 degrees. */
export interface GeoPoint {
  lat: number;
  lng: number;
}

/**
 * Reads both parts of a place that were pasted at once: `47.1, 8.3`, `47.1 8.3`, `47,1; 8,3`, `47.1° N, 8.3° W`.
 * Null when the text is anything else.
 */
export function readPlace(text: string): GeoPoint | null {
  const trimmed = text.replace(/[()°]/g, ' ').trim();
  const match = PLACE.exec(trimmed);
  if (!match) return null;
  const [lat, lng] = [side(match[1]!, match[2]!), side(match[3]!, match[4]!)];
  return inRange(lat, 90) && inRange(lng, 180) ? { lat, lng } : null;
}

/** A comma alone parts two numbers only behind a fraction: `47,1` is one number. */
const PLACE =
  /^([-+]?\d+(?:[.,]\d+)?)\s*([ns]?)(?:\s*[;/]\s*|\s*,\s+|\s+|(?<=\.\d+\s*[ns]?),)([-+]?\d+(?:[.,]\d+)?)\s*([ewo]?)$/i;

/** Reads one part of a place. */
export function readDegrees(text: string, most: 90 | 180): Read<number | null> {
  const trimmed = text.trim().replace(/°/g, '').replace(',', '.').trim();
  if (trimmed === '') return { ok: true, value: null };
  const value = Number(trimmed);
  if (!Number.isFinite(value)) return { ok: false, message: 'Degrees are a number, such as 47.05.' };
  return inRange(value, most) ? { ok: true, value } : { ok: false, message: `From -${most} to ${most}.` };
}

/** A place in words: `47.05° N, 8.3° E`. */
export function showPlace({ lat, lng }: GeoPoint): string {
  return `${Math.abs(lat)}° ${lat < 0 ? 'S' : 'N'}, ${Math.abs(lng)}° ${lng < 0 ? 'W' : 'E'}`;
}

function side(digits: string, letter: string): number {
  const value = Number(digits.replace(',', '.'));
  return /[sw]/i.test(letter) ? -value : value;
}

const inRange = (value: number, most: number): boolean => Math.abs(value) <= most;
