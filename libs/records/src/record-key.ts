import { UUID_PATTERN } from '@pipit/content-types';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { RecordId } from './record-source.js';

const LIMITS: Readonly<Record<string, bigint>> = {
  int2: 32_767n,
  int4: 2_147_483_647n,
  int8: 9_223_372_036_854_775_807n,
};
const ALIASES: Readonly<Record<string, string>> = {
  smallint: 'int2',
  int: 'int4',
  integer: 'int4',
  bigint: 'int8',
};
const UUID = new RegExp(UUID_PATTERN);
/** Longer text is no key anybody gave. */
const MAX_TEXT = 255;

/** The type of key a column holds, for casts of parameters. */
export function keyCast({ type }: ColumnMetadata): 'int2' | 'int4' | 'int8' | 'uuid' | 'text' {
  const name = type === Number ? 'integer' : typeof type === 'string' ? type : 'text';
  const known = ALIASES[name] ?? name;
  return known in LIMITS || known === 'uuid' ? (known as 'int4' | 'uuid') : 'text';
}

/** A key as it stands in an address, in the one way it is written; null for what can be no key of that column. */
export function parseKey(column: ColumnMetadata, text: string): RecordId | null {
  const cast = keyCast(column);
  if (cast === 'uuid') return UUID.test(text) ? text.toLowerCase() : null;
  if (cast === 'text') return text !== '' && text.length <= MAX_TEXT && !text.includes('\0') ? text : null;
  if (!/^(0|-?[1-9]\d{0,18})$/.test(text)) return null;
  const size = BigInt(text) < 0n ? -BigInt(text) : BigInt(text);
  if (size > LIMITS[cast]!) return null;
  return Number.isSafeInteger(Number(text)) ? Number(text) : text;
}

/** A key as the database hands it over. 8-byte numbers come as text. */
export function readKey(column: ColumnMetadata, raw: unknown): RecordId {
  if (typeof raw === 'number') return raw;
  const text = String(raw);
  return keyCast(column) === 'int8' && Number.isSafeInteger(Number(text)) ? Number(text) : text;
}
