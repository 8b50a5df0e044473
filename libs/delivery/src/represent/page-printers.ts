import type { EntityId } from '@pipit/content-types';
import type { Column, Printer, Row } from '../model/api-model.js';
import type { ApiRequest } from './api-request.js';
import { idsIn } from './basic-printers.js';
import { linkedPage } from './linked-page.js';
import { selectList } from './row-loader.js';
import { andThen, type Soon } from './soon.js';

/** The type's name in the API, of the page's own type. */
export const pageTypePrinter: Printer = (rows, request) =>
  rows.map((row) => request.models.typeName(String(row['type'])));

/** The page's public address, on the site it belongs to. */
export const htmlUrlPrinter: Printer = (rows, request) =>
  rows.map((row) => request.sites.absolute(String(row['url_path'])));

/** The page this one mirrors. */
export const aliasPrinter: Printer = (rows, request, nested) =>
  request.printReferred(nested?.wholeOf ? nested : linkedPage(request), idsIn(rows, 'alias_of_id'));

/** The page above, where this request may see it. */
export const parentPrinter: Printer = (rows, request, nested) => {
  const ids = idsIn(rows, 'parent_id');
  const selection = linkedPage(request);
  if (nested?.wholeOf) {
    return andThen(visiblePages([], ids, request), (visible) => {
      const seen = ids.map((id) => (id !== null && visible.has(id) ? id : null));
      return request.printReferred(nested, seen);
    });
  }
  return andThen(visiblePages(selection.columns, ids, request), (visible) => request.placed(selection, visible, ids));
};

function visiblePages(
  columns: readonly Column[],
  ids: readonly (number | null)[],
  request: ApiRequest,
): Soon<ReadonlyMap<EntityId, Row>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const known = request.knownParents(wanted);
  if (known) return known;
  const { text, values } = request.visibility.statement(wanted, selectList('p.id', columns));
  const reading = request.reader.rows(text, values, { of: { table: 'page', ids: wanted } });
  return reading.then((rows) => new Map(rows.map((row) => [row['id'] as number, row])));
}
