import { getMetadataArgsStorage } from 'typeorm';
import type { Json, JsonSchema } from '../content/json.js';
import { MAX_ID, type EntityId } from './field-kind.js';
import { UUID_PATTERN } from './simple-kinds.js';

/** How the keys of a class's rows are written. */
export type EntityKeyForm = 'integer' | 'uuid' | 'text';

/** The primary key of an entity, as links to its rows carry it. */
export interface EntityKey {
  readonly property: string;
  readonly form: EntityKeyForm;
  /** Characters of a text key. */
  readonly maxLength: number;
}

const FORMS: Readonly<Record<EntityKeyForm, readonly unknown[]>> = {
  integer: [Number, 'int', 'int2', 'int4', 'integer', 'smallint', 'serial'],
  uuid: ['uuid'],
  text: [String, 'varchar', 'character varying', 'text', 'citext'],
};
/** Keys of columns that name no length: what addresses carry. */
const MAX_TEXT = 255;
const UUID = new RegExp(UUID_PATTERN);

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
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_ID;
}

/** The one way a key is written. */
export function normaliseEntityId(target: object, value: Json): Json {
  return typeof value === 'string' && entityKeyOf(target)?.form === 'uuid' ? value.toLowerCase() : value;
}

/** The schema of a key, or of a key or nothing. */
export function entityIdSchema(target: object, nullable: boolean): JsonSchema {
  const key = entityKeyOf(target);
  const typed = (type: string): JsonSchema => ({ type: nullable ? [type, 'null'] : type });
  if (key?.form === 'uuid') return { ...typed('string'), pattern: UUID_PATTERN };
  if (key?.form === 'text') return { ...typed('string'), minLength: 1, maxLength: key.maxLength };
  return { ...typed('integer'), minimum: 1, maximum: MAX_ID };
}
