import { isEmptyValue, type ContentType, type JsonObject } from '@pipit/content-types';
import type { RecordId } from './record-source.js';

/** What lists call a row: the value of its title field, else its type and key. */
export function titleOfRecord(type: ContentType, id: RecordId, values: JsonObject): string {
  const field = type.fields.find(({ name }) => name === type.titleField);
  const value = values[type.titleField] ?? null;
  const isThere = field && !isEmptyValue(field, value) && typeof value !== 'object';
  return isThere ? String(value) : `${type.label} ${id}`;
}
