import { v7 } from 'uuid';

/**
 * A UUIDv7: sortable by time, made by the application because Postgres has `uuidv7()` only from 18 on.
 * The one reference that stays valid across environments.
 */
export function newUuid(): string {
  return v7();
}
