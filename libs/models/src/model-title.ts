import { isEmptyValue, type ContentType, type JsonObject } from '@pipit/content-types';

/** What lists call the row. */
export function titleOf(type: ContentType, id: number | string, values: JsonObject): string {
  const field = type.fields.find(({ name }) => name === type.titleField);
  const value = values[type.titleField] ?? null;
  const isThere = field && !isEmptyValue(field, value) && typeof value !== 'object';
  return isThere ? String(value) : `${type.label} ${id}`;
}
