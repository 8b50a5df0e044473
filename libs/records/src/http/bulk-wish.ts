import { isJsonObject } from '@pipit/content-types';
import { badRequest } from '@pipit/kernel';
import { MAX_BULK, type BulkWish } from '../bulk/run-bulk.js';
import { selectionOf } from './list-parameters.js';
import type { BulkDto } from './record-many.dto.js';

/** Reads which rows a bulk action is about. */
export function bulkWishOf({ action, ids, arguments: given = {} }: BulkDto): BulkWish {
  if (Array.isArray(ids)) return { action, ids: keysIn(ids), arguments: given };
  if (!isJsonObject(ids) || Object.keys(ids).join() !== 'query' || !isJsonObject(ids['query']))
    throw refused('Give a list of ids, or {query}.');
  return { action, ids: selectionOf(ids['query'], ['limit', 'offset']), arguments: given };
}

function keysIn(ids: readonly unknown[]): string[] {
  if (ids.length > MAX_BULK) throw refused(`At most ${MAX_BULK} rows at a time.`);
  return ids.map((id) => {
    if (typeof id === 'string' && id.length <= 255) return id;
    if (typeof id === 'number' && Number.isSafeInteger(id)) return String(id);
    throw refused('Ids are whole numbers or text.');
  });
}

function refused(message: string) {
  return badRequest(message, [{ path: '/ids', code: 'ids', message }]);
}
