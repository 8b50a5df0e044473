import { hasConditions, isShown, type FieldDeclaration, type Scope } from '@pipit/content-types';
import type { Column, Printer, Row } from '../model/api-model.js';
import type { ApiRequest } from './api-request.js';
import type { ScopeSource } from './scope-loader.js';

/** Values beside each row's own, in the order of the rows. */
export async function scopesOf(
  source: ScopeSource,
  rows: readonly Row[],
  request: ApiRequest,
): Promise<(Scope | null)[]> {
  const ids = rows.map((row) => row['id'] as number);
  const scopes = await request.scopes.load(source, ids);
  return ids.map((id) => scopes.get(id) ?? null);
}

/** Lets a printer of several columns see null where the form does not show the field of a column. */
export function hiddenAsNull(
  columns: readonly { readonly field: FieldDeclaration; readonly column: Column }[],
  source: ScopeSource,
  print: Printer,
): Printer {
  const conditional = columns.filter(({ field }) => hasConditions(field, source.type));
  if (conditional.length === 0) return print;
  return async (rows, request, nested) => {
    const scopes = await scopesOf(source, rows, request);
    const seen = rows.map((row, index) => {
      const hidden = conditional.filter(({ field }) => !isShown(field, scopes[index] ?? null));
      return { ...row, ...Object.fromEntries(hidden.map(({ column }) => [column.key, null])) };
    });
    return print(seen, request, nested);
  };
}

/** Prints the field's empty value in rows whose form does not show it. */
export function shownPrinter(field: FieldDeclaration, source: ScopeSource, print: Printer): Printer {
  if (!hasConditions(field, source.type)) return print;
  const empty = field.kind.emptyValue(field.options);
  return async (rows, request, nested) => {
    const scopes = await scopesOf(source, rows, request);
    const shown = rows.filter((_row, index) => isShown(field, scopes[index] ?? null));
    const printed = await print(shown, request, nested);
    const values = new Map(shown.map((row, index) => [row, printed[index]]));
    return rows.map((row) => (values.has(row) ? values.get(row) : empty));
  };
}
