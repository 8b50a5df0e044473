import { createHash } from 'node:crypto';
import { isJsonObject, type Json, type JsonObject } from '@pipit/content-types';

/** An item of a stream or list as it is stored. */
export interface StoredItem extends JsonObject {
  type: string;
  value: Json;
}

/** Does this look like an item of a stream or list? Stored content tells by itself: no declaration is asked. */
export function isStoredItem(value: Json): value is StoredItem {
  return isJsonObject(value) && typeof value['type'] === 'string' && 'value' in value;
}

/**
 * An id made from another one: the same block gets the same new id in the live row, in drafts and in every revision,
 * and again when the migration is run a second time.
 */
export function derivedId(seed: string, purpose: string): string {
  const hex = createHash('sha256').update(`${seed} ${purpose}`).digest('hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The object under other keys, in the same order. Answers the object itself when nothing has the name. */
export function renameKey(object: JsonObject, from: string, to: string): JsonObject {
  if (!(from in object) || to in object) return object;
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key === from ? to : key, value]));
}
