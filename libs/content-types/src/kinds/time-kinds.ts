import type { Json } from '../content/json.js';
import { durationToMicroseconds, microsecondsToDuration } from './duration.js';
import { defineFieldKind, type Fault, type NodeOptions } from './field-kind.js';

const nullable = (options: NodeOptions): boolean => options.required !== true;
const blankToNull = (value: Json): Json => (typeof value === 'string' && value.trim() === '' ? null : value);

/** Options of days, times and moments. */
export interface MomentOptions extends NodeOptions {
  /** The earliest, in the form of the value; `'today'` or `'now'` is when the value is written (days: in UTC). */
  readonly min?: string;
  /** The latest. */
  readonly max?: string;
}

/** Bounds; `key` brings a value into a form whose order is that of time. */
function boundFaults(value: Json, { min, max }: MomentOptions, key: (value: string) => string = String): Fault[] {
  const given = key(String(value));
  if (min !== undefined && given < key(min)) return [{ code: 'minimum', message: `Not before ${min}.` }];
  return max !== undefined && given > key(max) ? [{ code: 'maximum', message: `Not after ${max}.` }] : [];
}

const describeBounds = ({ min, max }: MomentOptions) => ({ min, max });
const asDay = (day: string): string => (day === 'today' ? new Date().toISOString().slice(0, 10) : day);
const withSeconds = (time: string): string => (time.length === 5 ? `${time}:00` : time);
const inUtc = (moment: string): string => (moment === 'now' ? new Date() : new Date(moment)).toISOString();

/** The calendars of Postgres and of ISO 8601 disagree about a year 0. */
function yearFault(value: Json): Fault[] {
  return String(value).startsWith('0000') ? [{ code: 'format', message: 'There is no year 0.' }] : [];
}

/** A day: `2026-11-21`. */
export const dateKind = defineFieldKind<MomentOptions>({
  name: 'date',
  storage: (options) => ({ type: 'column', column: { type: 'date', nullable: nullable(options) } }),
  emptyValue: () => null,
  jsonSchema: () => ({ type: ['string', 'null'], format: 'date' }),
  check: (value, options) => [...yearFault(value), ...boundFaults(value, options, asDay)],
  normalise: blankToNull,
  describeOptions: describeBounds,
});

/** A time of day without a zone: `09:30:00`, with microseconds where there are any. */
export const timeKind = defineFieldKind<MomentOptions>({
  name: 'time',
  storage: (options) => ({ type: 'column', column: { type: 'time', nullable: nullable(options) } }),
  emptyValue: () => null,
  jsonSchema: () => ({ type: ['string', 'null'], pattern: '^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,6})?)?$' }),
  check: (value, options) => boundFaults(value, options, withSeconds),
  normalise: (value) => (typeof value === 'string' && value.length === 5 ? withSeconds(value) : blankToNull(value)),
  describeOptions: describeBounds,
});

/** A moment: ISO 8601 with a zone, stored and answered in UTC. */
export const datetimeKind = defineFieldKind<MomentOptions>({
  name: 'datetime',
  storage: (options) => ({
    type: 'column',
    column: { type: 'timestamptz', nullable: nullable(options) },
    toProperty: (value) => (typeof value === 'string' ? new Date(value) : null),
    toJson: (value) => (value instanceof Date ? value.toISOString() : (value as Json)),
  }),
  emptyValue: () => null,
  jsonSchema: () => ({ type: ['string', 'null'], format: 'date-time' }),
  // The format knows leap seconds, which neither JavaScript nor Postgres can keep.
  check: (value, options) =>
    Number.isNaN(Date.parse(String(value)))
      ? [{ code: 'format', message: 'Not a moment.' }]
      : [...yearFault(value), ...boundFaults(value, options, inUtc)],
  describeOptions: describeBounds,
  normalise: (value) => (typeof value === 'string' && value !== '' ? new Date(value).toISOString() : null),
});

/** A length of time, ISO 8601 (`P3DT4H5M6.7S`); kept as microseconds, so it sorts and compares. */
export const durationKind = defineFieldKind<NodeOptions>({
  name: 'duration',
  storage: (options) => ({
    type: 'column',
    column: {
      type: 'bigint',
      nullable: nullable(options),
      transformer: {
        to: (value: string | null) => (value === null || value === undefined ? value : durationToMicroseconds(value)),
        from: (value: string | null) => (value === null ? null : microsecondsToDuration(BigInt(value))),
      },
    },
  }),
  emptyValue: () => null,
  jsonSchema: () => ({ type: ['string', 'null'] }),
  check: (value) =>
    durationToMicroseconds(String(value)) === null
      ? [{ code: 'duration', message: 'Not a length of time. Write it like P1DT2H30M.' }]
      : [],
  // One way to write each length, the one the column answers with.
  normalise: (value) => {
    const microseconds = typeof value === 'string' ? durationToMicroseconds(value) : null;
    return microseconds === null ? null : microsecondsToDuration(BigInt(microseconds));
  },
});
