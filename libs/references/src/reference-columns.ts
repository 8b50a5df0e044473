import { MAX_ID, type EntityId } from '@pipit/content-types';

/** Where an identity stands: whole numbers of four bytes in a column of their own. */
export function columnsOf(
  id: EntityId,
): { readonly id: number; readonly key: null } | { readonly id: null; readonly key: string } {
  return typeof id === 'number' && Number.isInteger(id) && Math.abs(id) <= MAX_ID
    ? { id, key: null }
    : { id: null, key: String(id) };
}
