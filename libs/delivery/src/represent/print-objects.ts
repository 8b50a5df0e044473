import { LEFT_OUT, type Row } from '../model/api-model.js';
import type { SelectedField, Selection } from '../model/selection.js';
import type { ApiRequest } from './api-request.js';

/** The values of one field, row by row. */
type Values = readonly unknown[];

/** An object of an answer. */
export type ApiObject = Record<string, unknown>;

/** Prints rows of one model: `id`, `meta` where there is any, then the other fields. */
export async function printObjects(
  selection: Selection,
  rows: readonly Row[],
  request: ApiRequest,
): Promise<ApiObject[]> {
  if (rows.length === 0) return [];
  request.count(rows.length);
  const asked = [...selection.meta, ...selection.body].map((each) => printField(each, rows, request));
  const printed = asked.some((values) => values instanceof Promise) ? await Promise.all(asked) : (asked as Values[]);
  const meta = printed.slice(0, selection.meta.length);
  const body = printed.slice(selection.meta.length);
  return rows.map((row, index) => {
    const object: ApiObject = selection.showsId ? { id: row['id'] } : {};
    const details = assemble(selection.meta, meta, index, {});
    if (Object.keys(details).length > 0) object['meta'] = details;
    return assemble(selection.body, body, index, object);
  });
}

/** Most are printed at once; to wait for each would cost more than to print it. */
function printField(
  { field, nested }: SelectedField,
  rows: readonly Row[],
  request: ApiRequest,
): Values | Promise<Values> {
  try {
    return field.print(rows, request, nested);
  } catch (error) {
    // Nobody would hear what becomes of those that were begun before.
    return Promise.reject(error instanceof Error ? error : new Error(String(error)));
  }
}

function assemble(
  fields: readonly SelectedField[],
  values: readonly (readonly unknown[])[],
  index: number,
  object: ApiObject,
): ApiObject {
  fields.forEach(({ field }, position) => {
    const value = values[position]?.[index];
    if (value !== LEFT_OUT) object[field.name] = value ?? null;
  });
  return object;
}
