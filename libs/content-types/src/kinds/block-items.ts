import { newUuid } from '@pipit/kernel';
import { isJsonObject, type Json } from '../content/json.js';

/** Schema of the id of a block. */
export const ITEM_ID = { type: ['string', 'null'], maxLength: 64 };

/** Ids tell blocks apart when versions are compared; content of old has none, what is written anew gets one. */
export function withId(item: Json): Json {
  return isJsonObject(item) && !item['id'] ? { ...item, id: newUuid() } : item;
}
