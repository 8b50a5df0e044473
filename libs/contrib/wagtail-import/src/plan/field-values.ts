import {
  durationToMicroseconds,
  type FieldDeclaration,
  type Json,
  microsecondsToDuration,
  newUuid,
  streamItems,
  validateValue,
} from '@pipit/cms';
import { parseJson } from '../fixture/parse-json.js';

/** A value of the export could not be understood at all. */
export class UnreadableValue extends Error {}

const DJANGO_DURATION = /^(-)?(?:(\d+) (?:days?, )?)?(\d+):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?$/;

/** Brings an exported value into the JSON form of its field's kind. Text, rich text included, stays as it is. */
export function fieldValue(field: FieldDeclaration, exported: Json): Json {
  switch (field.kind.name) {
    case 'stream':
      return streamValue(exported);
    case 'duration':
      return typeof exported === 'string' ? isoDuration(exported) : exported;
    case 'decimal':
      return typeof exported === 'number' ? String(exported) : exported;
    case 'choice':
    case 'char':
    case 'text':
    case 'richText':
    case 'email':
    case 'url':
      return exported ?? field.kind.emptyValue(field.options);
    default:
      return exported;
  }
}

/** Streams are exported as text. Top-level blocks without an id get one, as they would when saved there. */
function streamValue(exported: Json): Json {
  const value = typeof exported === 'string' ? parseStream(exported) : (exported ?? []);
  if (!Array.isArray(value) || streamItems(value).length !== value.length) {
    throw new UnreadableValue('It is no list of blocks.');
  }
  return streamItems(value).map((item) => ('id' in item && item['id'] !== null ? item : { ...item, id: newUuid() }));
}

function parseStream(text: string): Json {
  if (text === '') return [];
  try {
    return parseJson(text);
  } catch (error) {
    throw new UnreadableValue(`It is no valid JSON: ${(error as Error).message}`);
  }
}

function isoDuration(text: string): string {
  const microseconds = durationToMicroseconds(text);
  if (microseconds !== null) return microsecondsToDuration(BigInt(microseconds));
  const match = DJANGO_DURATION.exec(text);
  if (!match) return text;
  const [, sign, days = '0', hours, minutes, seconds = '0', fraction = ''] = match;
  const whole = BigInt(days) * 86_400n + BigInt(hours!) * 3_600n + BigInt(minutes!) * 60n + BigInt(seconds);
  const total = whole * 1_000_000n + BigInt(fraction.padEnd(6, '0') || 0);
  return microsecondsToDuration(sign ? -total : total);
}

/** What is wrong with a value: faults that make it impossible to store, and those a later edit would have to mend. */
export interface ValueFaults {
  readonly impossible: readonly string[];
  readonly toMend: readonly string[];
}

const TEXT_KINDS = new Set(['char', 'text', 'richText', 'email', 'url', 'slug', 'rawHtml', 'choice']);
const IMPOSSIBLE_TEXT = new Set(['type', 'maxLength', 'null_character']);

/** Judges a converted value by the rules of its field. */
export function faultsOf(field: FieldDeclaration, value: Json): ValueFaults {
  const impossible: string[] = holdsNull(value) ? ['It holds a null character, which cannot be stored.'] : [];
  const toMend: string[] = [];
  for (const { path, code, message } of validateValue(field, value, { tier: 'save' })) {
    const where = path === '' ? message : `at ${path}: ${message}`;
    (isImpossible(field.kind.name, path, code) ? impossible : toMend).push(where);
  }
  return { impossible: [...new Set(impossible)], toMend };
}

function holdsNull(value: Json): boolean {
  if (typeof value === 'string') return value.includes('\0');
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNull);
}

function isImpossible(kind: string, path: string, code: string): boolean {
  if (path !== '' || code === 'required') return false;
  if (kind === 'stream' || kind === 'json') return code === 'type';
  return TEXT_KINDS.has(kind) ? IMPOSSIBLE_TEXT.has(code) : true;
}
