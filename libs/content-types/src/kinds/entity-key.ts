import { getMetadataArgsStorage } from 'typeorm';
import type { Json, JsonSchema } from '../content/json.js';
import { MAX_ID, type EntityId } from './field-kind.js';
import { UUID_PATTERN } from './simple-kinds.js';

/** How the keys of a class's rows are written. */
export type EntityKeyForm = 'integer' | 'bigint' | 'uuid' | 'text';

/** The primary key of an entity, as links to its rows carry it. */
export interface EntityKey {
  readonly property: string;
  readonly form: EntityKeyForm;
  /** Characters of a text key. */
  readonly maxLength: number;
}

const FORMS: Readonly<Record<EntityKeyForm, readonly unknown[]>> = {
  integer: [Number, 'int', 'int2', 'int4', 'integer', 'smallint', 'serial'],
  bigint: ['bigint', 'int8'],
  uuid: ['uuid'],
  text: [String, 'varchar', 'character varying', 'text', 'citext'],
};
/** Keys of columns that name no length: what addresses carry. */
const MAX_TEXT = 255;
const UUID = new RegExp(UUID_PATTERN);
/** How keys of eight bytes are written where they are text. */
const DIGITS = '^[1-9]\\d{0,18}$';
const WHOLE = new RegExp(DIGITS);
const CANONICAL = /^(0|-?[1-9]\d{0,18})$/;
const MAX_BIG = 9_223_372_036_854_775_807n;

const known = new WeakMap<object, EntityKey>();

/** The key of a class's rows; null for classes without one, with several columns for one, or of another sort. */
export function entityKeyOf(target: object): EntityKey | null {
  const before = known.get(target);
  if (before) return before;
  const key = readKey(target);
  // A class whose decorators have not run yet has no key so far.
  if (key) known.set(target, key);
  return key;
}

function readKey(target: object): EntityKey | null {
  const { prototype } = target as { readonly prototype?: unknown };
  const isOfClass = (owner: unknown): boolean =>
    owner === target || (typeof owner === 'function' && prototype instanceof owner);
  const columns = getMetadataArgsStorage().columns.filter(
    ({ options, target: owner }) => options.primary && isOfClass(owner),
  );
  const [column] = columns;
  if (!column || new Set(columns.map(({ propertyName }) => propertyName)).size > 1) return null;
  const { type, length } = column.options;
  const form = (Object.keys(FORMS) as EntityKeyForm[]).find((each) => FORMS[each].includes(type));
  if (!form) return null;
  return { property: column.propertyName, form, maxLength: Math.min(Number(length) || MAX_TEXT, MAX_TEXT) };
}

/** True for values that can be the key of a row of the class. */
export function isEntityId(target: object, value: unknown): value is EntityId {
  const key = entityKeyOf(target);
  if (key?.form === 'uuid') return typeof value === 'string' && UUID.test(value);
  if (key?.form === 'text') return typeof value === 'string' && value !== '' && value.length <= key.maxLength;
  if (key?.form === 'bigint') return isBigKey(value);
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_ID;
}

function isBigKey(value: unknown): value is EntityId {
  if (typeof value === 'string') return WHOLE.test(value) && BigInt(value) <= MAX_BIG;
  return Number.isSafeInteger(value) && (value as number) >= 1;
}

/**
 * The one way a key is written. Keys of eight bytes, which the database hands over as text, are numbers as long as
 * JavaScript holds all their digits.
 */
export function normaliseEntityId(target: object, value: Json): Json {
  if (typeof value !== 'string') return value;
  const form = entityKeyOf(target)?.form;
  if (form === 'uuid') return value.toLowerCase();
  return form === 'bigint' && CANONICAL.test(value) && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** The schema of a key, or of a key or nothing. */
export function entityIdSchema(target: object, nullable: boolean): JsonSchema {
  const key = entityKeyOf(target);
  const typed = (...types: string[]): JsonSchema => {
    const all = nullable ? [...types, 'null'] : types;
    return { type: all.length === 1 ? all[0]! : all };
  };
  if (key?.form === 'uuid') return { ...typed('string'), pattern: UUID_PATTERN };
  if (key?.form === 'text') return { ...typed('string'), minLength: 1, maxLength: key.maxLength };
  if (key?.form === 'bigint')
    return { ...typed('integer', 'string'), minimum: 1, maximum: Number.MAX_SAFE_INTEGER, pattern: DIGITS };
  return { ...typed('integer'), minimum: 1, maximum: MAX_ID };
}
