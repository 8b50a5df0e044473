import { LEFT_OUT, type Row } from '../model/api-model.js';
import type { SelectedField, Selection } from '../model/selection.js';
import type { ApiRequest } from './api-request.js';
import { allOf, andThen, type Soon } from './soon.js';

/** The values of one field, row by row. */
type Values = readonly unknown[];

/** An object of an answer. */
export type ApiObject = Record<string, unknown>;

/** Prints rows of one model: `id`, `meta` where there is any, then the other fields. */
export function printObjects(selection: Selection, rows: readonly Row[], request: ApiRequest): Soon<ApiObject[]> {
  if (rows.length === 0) return [];
  request.count(rows.length);
  const meta = allOf(selection.meta.map((each) => printField(each, rows, request)));
  const body = allOf(selection.body.map((each) => printField(each, rows, request)));
  return andThen(allOf([meta, body]), ([details = [], fields = []]) =>
    rows.map((row, index) => {
      const object: ApiObject = selection.showsId ? { id: row['id'] } : {};
      const described = assemble(selection.meta, details, index, {});
      if (described !== null) object['meta'] = described;
      return assemble(selection.body, fields, index, object) ?? object;
    }),
  );
}

function printField({ field, nested }: SelectedField, rows: readonly Row[], request: ApiRequest): Soon<Values> {
  try {
    return field.print(rows, request, nested);
  } catch (error) {
    // Nobody would hear what becomes of those that were begun before.
    return Promise.reject(error instanceof Error ? error : new Error(String(error)));
  }
}

/** Adds the values of one row; null where there was nothing to add. */
function assemble(
  fields: readonly SelectedField[],
  values: readonly Values[],
  index: number,
  object: ApiObject,
): ApiObject | null {
  let isEmpty = true;
  for (let position = 0; position < fields.length; position += 1) {
    const value = values[position]?.[index];
    if (value === LEFT_OUT) continue;
    object[(fields[position] as SelectedField).field.name] = value ?? null;
    isEmpty = false;
  }
  return isEmpty ? null : object;
}
