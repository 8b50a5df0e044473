import type { Field } from '../contract';
import { showDate, showTime, splitMoment } from './dates';

/** What a day, time or moment has against its field's bounds. Texts of the same form sort as time does. */
export function outsideBounds(field: Field, value: string): string | null {
  const min = asBound(field.kind, field.options.min);
  const max = asBound(field.kind, field.options.max);
  const given = comparable(field.kind, value);
  if (min !== null && given < comparable(field.kind, min)) return `Not before ${shown(field.kind, min)}.`;
  return max !== null && given > comparable(field.kind, max) ? `Not after ${shown(field.kind, max)}.` : null;
}

/** The first and the last day a calendar may offer, on this device's clock. */
export function daysWithin(field: Field): { first: string | undefined; last: string | undefined } {
  const day = (bound: unknown): string | undefined => {
    const text = asBound(field.kind, bound);
    if (text === null) return undefined;
    return field.kind === 'datetime' ? splitMoment(text)?.date : text;
  };
  return { first: day(field.options.min), last: day(field.options.max) };
}

/** `today` and `now` are meant as the server judges them: days in UTC. */
function asBound(kind: string, bound: unknown): string | null {
  if (typeof bound !== 'string' || bound === '') return null;
  const now = new Date().toISOString();
  if (kind === 'date' && bound === 'today') return now.slice(0, 10);
  return kind === 'datetime' && bound === 'now' ? now : bound;
}

function comparable(kind: string, value: string): string {
  if (kind === 'time') return value.length === 5 ? `${value}:00` : value;
  if (kind !== 'datetime') return value;
  const moment = new Date(value);
  return Number.isNaN(moment.getTime()) ? value : moment.toISOString();
}

function shown(kind: string, bound: string): string {
  if (kind === 'date') return showDate(bound);
  if (kind === 'time') return showTime(bound);
  const parts = splitMoment(bound);
  return parts ? `${showDate(parts.date)}, ${showTime(parts.time)}` : bound;
}
