import { refused } from '../errors.js';
import { quoted, readInteger } from '../grammar/python-text.js';
import { readDate, readDuration, readMoment, readTime } from '../grammar/temporal.js';
import type { ColumnKind } from '../model/api-model.js';

/** A value in the form Postgres compares; `nothing` when no row can have it. */
export type FilterValue = { readonly value: unknown; readonly cast: string } | 'nothing';

const invalid = (name: string, text: string, reason: string): Error =>
  refused(`field filter error. '${text}' is not a valid value for ${name} (${reason})`);

/** Reads a filter's value by the kind of its column; refuses what Wagtail refuses, in its words where it has some. */
export function readFilterValue(kind: ColumnKind, name: string, text: string): FilterValue {
  switch (kind) {
    case 'boolean':
      return booleanValue(name, text);
    case 'id':
    case 'integer':
      return integerValue(name, text, `invalid literal for int() with base 10: ${quoted(text)}`);
    case 'relation':
    case 'bigint':
    case 'locale':
      return integerValue(name, text, `Field 'id' expected a number but got ${quoted(text)}.`);
    default:
      if (text.includes('\0')) throw refused(`field filter error. null characters are not allowed for ${name}`);
      return otherValue(kind, name, text);
  }
}

function booleanValue(name: string, text: string): FilterValue {
  if (text === 'true' || text === '1') return { value: true, cast: 'boolean' };
  if (text === 'false' || text === '0') return { value: false, cast: 'boolean' };
  throw invalid(name, text, `expected 'true' or 'false', got '${text}'`);
}

const EIGHT_BYTES = 2n ** 63n;

function integerValue(name: string, text: string, reason: string): FilterValue {
  const value = readInteger(text);
  if (value === null) throw invalid(name, text, reason);
  return value >= -EIGHT_BYTES && value < EIGHT_BYTES ? { value: String(value), cast: 'bigint' } : 'nothing';
}

function otherValue(kind: ColumnKind, name: string, text: string): FilterValue {
  // Wagtail compares JSON with the text as a JSON string, which streams and objects never equal.
  if (kind === 'json') return { value: JSON.stringify(text), cast: 'jsonb' };
  if (kind === 'text') return { value: text, cast: 'text' };
  const [value, cast] = TYPED[kind]?.(text) ?? [null, ''];
  // Here Wagtail fails with a 500.
  if (value === null) throw invalid(name, text, `expected a ${kind}`);
  return { value, cast };
}

const NUMBER = /^\s*[+-]?(\d+(_?\d+)*\.?(\d+(_?\d+)*)?|\.\d+)(e[+-]?\d+)?\s*$/i;
const INFINITE = /^\s*([+-]?)(inf|infinity|nan)\s*$/i;
const UUID = /^[0-9a-f]{32}$/i;

const TYPED: Readonly<Partial<Record<ColumnKind, (text: string) => [string | null, string]>>> = {
  date: (text) => [readDate(text), 'date'],
  time: (text) => [readTime(text), 'time'],
  datetime: (text) => [readMoment(text), 'timestamptz'],
  duration: (text) => [readDuration(text)?.toString() ?? null, 'bigint'],
  decimal: (text) => [NUMBER.test(text) ? bareNumber(text) : null, 'numeric'],
  float: (text) => [NUMBER.test(text) || INFINITE.test(text) ? bareNumber(text) : null, 'double precision'],
  uuid: (text) => {
    const hex = text
      .replace(/^urn:|uuid:/g, '')
      .replace(/^[{]+|[}]+$/g, '')
      .replaceAll('-', '');
    return [UUID.test(hex) ? hex : null, 'uuid'];
  },
};

function bareNumber(text: string): string {
  return text.trim().replaceAll('_', '');
}
