import type { Field } from '../contract';
import { showDate, showTime, splitMoment } from './dates';
import { type GeoPoint, showPlace } from './geo-point';

/** Kinds whose value reads as plain text where it can't be changed. The others keep their control, which then only shows. */
const PLAIN = new Set<string>([
  'char',
  'regex',
  'text',
  'email',
  'url',
  'slug',
  'uuid',
  'integer',
  'float',
  'decimal',
  'boolean',
  'date',
  'time',
  'datetime',
  'choice',
  'multipleChoice',
  'tags',
  'geoPoint',
]);

/** The words for a value nobody changes by hand; `null` for kinds which need their control to show anything. */
export function shownValue(field: Field, value: unknown): string | null {
  if (!PLAIN.has(field.kind)) return null;
  if (value === null || value === undefined) return '';
  const labelOf = (one: unknown) => field.options.choices?.find((choice) => choice.value === one)?.label ?? String(one);
  switch (field.kind) {
    case 'boolean':
      return value ? 'Yes' : 'No';
    case 'date':
      return showDate(String(value));
    case 'time':
      return showTime(String(value));
    case 'datetime': {
      const parts = splitMoment(String(value));
      return parts ? `${showDate(parts.date)}, ${showTime(parts.time)}` : String(value);
    }
    case 'choice':
      return labelOf(value);
    case 'multipleChoice':
      return Array.isArray(value) ? value.map(labelOf).join(', ') : '';
    case 'tags':
      return Array.isArray(value) ? value.join(', ') : '';
    case 'geoPoint':
      return showPlace(value as GeoPoint);
    default:
      return String(value);
  }
}
