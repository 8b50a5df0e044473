import {
  choicesOf,
  normaliseValue,
  validateValue,
  type ChoiceOptions,
  type FieldDeclaration,
  type Json,
} from '@pipit/content-types';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { parseKey } from '../record-key.js';

/** Whole numbers by the width of their column. */
const INTEGERS: Readonly<Record<string, bigint>> = {
  smallint: 32_767n,
  int2: 32_767n,
  bigint: 9_223_372_036_854_775_807n,
  int8: 9_223_372_036_854_775_807n,
};
const NORMAL = 2_147_483_647n;
/** More digits than any column of ours holds would only be work for the database. */
const DECIMAL = /^-?\d{1,100}(\.\d{1,100})?$/;
const FLOAT = /^-?\d{1,309}(\.\d{1,100})?([eE][+-]?\d{1,3})?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MAX_TEXT = 1000;

/** A value to compare a column with: its text and the type Postgres shall read it as. */
export interface Comparable {
  readonly value: string | number | boolean;
  readonly cast: string;
  /** Compare the day alone of a moment. */
  readonly byDay?: boolean;
}

/** Reads one value of a filter as its field means it; null for what the field could never hold. */
export function comparable(field: FieldDeclaration, column: ColumnMetadata, text: string): Comparable | null {
  switch (field.kind.name) {
    case 'integer':
      return integer(column, text);
    case 'float':
      return FLOAT.test(text) && Number.isFinite(Number(text)) ? { value: text, cast: 'float8' } : null;
    case 'decimal':
      return DECIMAL.test(text) ? { value: text, cast: 'numeric' } : null;
    case 'boolean':
      return text === 'true' || text === 'false' ? { value: text === 'true', cast: 'boolean' } : null;
    case 'date':
    case 'time':
    case 'datetime':
      return temporal(field, text);
    case 'choice':
    case 'multipleChoice': {
      const known = choicesOf(field.options as ChoiceOptions).some(({ value }) => value === text);
      return known ? { value: text, cast: 'text' } : null;
    }
    case 'uuid': {
      const key = valid(field, text);
      return typeof key === 'string' ? { value: key, cast: 'uuid' } : null;
    }
    default:
      return text.length <= MAX_TEXT && !text.includes('\0') ? { value: text, cast: 'text' } : null;
  }
}

/** The key of a linked row. */
export function comparableKey(column: ColumnMetadata, text: string): string | number | null {
  return parseKey(column, text);
}

function integer(column: ColumnMetadata, text: string): Comparable | null {
  if (!/^-?\d{1,19}$/.test(text)) return null;
  const limit = INTEGERS[String(column.type)] ?? NORMAL;
  const number = BigInt(text);
  return number <= limit && number >= -limit - 1n ? { value: String(number), cast: 'int8' } : null;
}

function temporal(field: FieldDeclaration, text: string): Comparable | null {
  if (field.kind.name === 'datetime' && DAY.test(text)) {
    return Number.isNaN(Date.parse(text)) || text.startsWith('0000')
      ? null
      : { value: text, cast: 'date', byDay: true };
  }
  const value = text.trim() === '' ? null : valid(field, text);
  if (typeof value !== 'string') return null;
  return { value, cast: { date: 'date', time: 'time', datetime: 'timestamptz' }[field.kind.name] ?? 'text' };
}

/** The stored form of a value the kind itself accepts, whatever the declaration demands beyond that. */
function valid({ name, kind }: FieldDeclaration, text: string): Json {
  const bare = { name, kind, options: {} };
  return validateValue(bare, text, { tier: 'publish' }).length === 0 ? normaliseValue(bare, text) : null;
}
