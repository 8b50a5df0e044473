import type { SheetCell } from '@pipit/spreadsheets';
import { siteOrigin } from '../../queries/site-origin.js';
import type { Site } from '../../site.entity.js';
import type { RedirectValues } from '../redirect-values.js';
import type { ColumnPlaces, ImportColumn } from './import-table-columns.js';

/** What holds for rows that say nothing else. */
export interface RowDefaults {
  readonly siteId: number | null;
  readonly isPermanent: boolean;
}

/** A fault of one cell. */
export interface CellFault {
  readonly field: ImportColumn;
  readonly code: string;
  readonly message: string;
}

/** What a row says, its page not looked up yet. */
export interface ReadRow {
  readonly values: RedirectValues;
  readonly faults: readonly CellFault[];
}

const PAGE = /^page:([1-9]\d{0,8})(\/\S*)?$/;
const PERMANENT: ReadonlyMap<string, boolean> = new Map([
  ...['permanent', '301', '308', 'true', 'yes', '1'].map((word) => [word, true] as const),
  ...['temporary', '302', '307', 'false', 'no', '0'].map((word) => [word, false] as const),
]);

/** Reads one row of a file of redirects. */
export function readRow(
  cells: readonly SheetCell[],
  places: ColumnPlaces,
  sites: readonly Site[],
  defaults: RowDefaults,
): ReadRow {
  const faults: CellFault[] = [];
  const fault = (field: ImportColumn, code: string, message: string): void =>
    void faults.push({ field, code, message });
  const textOf = (column: ImportColumn): string => {
    const place = places[column];
    const cell = place === undefined ? undefined : cells[place];
    if (cell?.isFormula) fault(column, 'formula', 'Formulas are not computed here. Put their result in their place.');
    return cell?.text.trim() ?? '';
  };
  const [oldPath, target, host, type] = [textOf('from'), textOf('to'), textOf('site'), textOf('type').toLowerCase()];
  const site = sites.find((each) => namesOf(each).includes(host.toLowerCase()));
  if (host !== '' && !site) fault('site', 'unknown_target', `There is no site “${host.slice(0, 100)}”.`);
  const said = PERMANENT.get(type);
  if (type !== '' && said === undefined) fault('type', 'not_a_choice', 'It is permanent or temporary.');
  const [, pageId, route = ''] = PAGE.exec(target) ?? [];
  return {
    faults,
    values: {
      oldPath,
      siteId: host === '' ? defaults.siteId : (site?.id ?? null),
      isPermanent: said ?? defaults.isPermanent,
      pageId: pageId === undefined ? null : Number(pageId),
      pageRoutePath: route,
      link: pageId === undefined ? target : '',
    },
  };
}

function namesOf({ hostname, port }: Site): string[] {
  const { host } = new URL(siteOrigin({ hostname, port }));
  return [hostname, host, `${hostname}:${port}`];
}
