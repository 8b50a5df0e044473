import { LEFT_OUT, type Row } from '../model/api-model.js';
import type { SelectedField, Selection } from '../model/selection.js';
import type { ApiRequest } from './api-request.js';

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
  const [meta, body] = await Promise.all([
    printFields(selection.meta, rows, request),
    printFields(selection.body, rows, request),
  ]);
  return rows.map((row, index) => {
    const object: ApiObject = selection.showsId ? { id: row['id'] } : {};
    const details = assemble(selection.meta, meta, index, {});
    if (Object.keys(details).length > 0) object['meta'] = details;
    return assemble(selection.body, body, index, object);
  });
}

function printFields(fields: readonly SelectedField[], rows: readonly Row[], request: ApiRequest) {
  return Promise.all(fields.map(async ({ field, nested }) => field.print(rows, request, nested)));
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
