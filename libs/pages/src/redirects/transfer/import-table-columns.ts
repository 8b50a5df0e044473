import { invalid } from '@pipit/kernel';

/** What a file of redirects may say, by the names an export gives its columns. */
export const IMPORT_COLUMNS = ['from', 'to', 'site', 'type'] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** What other systems call them. */
const OTHER_NAMES: Readonly<Record<ImportColumn, readonly string[]>> = {
  from: ['old path', 'oldpath', 'old url', 'source', 'path', 'from url'],
  to: ['target', 'location', 'link', 'redirect link', 'redirect to', 'new url', 'destination', 'to url'],
  site: ['hostname', 'host'],
  type: ['permanent', 'is permanent', 'status', 'status code', 'code'],
};

/** Which cell of a row holds what. */
export type ColumnPlaces = Readonly<Partial<Record<ImportColumn, number>>>;

/** Finds the columns by the names somebody gave, else by names they usually have. Others are passed over. */
export function placesOf(
  heading: readonly string[],
  given: Readonly<Partial<Record<ImportColumn, string>>>,
): ColumnPlaces {
  const titles = heading.map(plain);
  const places: Partial<Record<ImportColumn, number>> = {};
  const faults: string[] = [];
  for (const column of IMPORT_COLUMNS) {
    const name = given[column];
    const names = name === undefined ? [column, ...OTHER_NAMES[column]] : [plain(name)];
    const at = titles.findIndex((title) => names.includes(title));
    if (at >= 0) places[column] = at;
    else if (name !== undefined) faults.push(`There is no column “${name.slice(0, 100)}”.`);
    else if (column === 'from' || column === 'to') faults.push(`There is no column “${column}”.`);
  }
  if (faults.length === 0) return places;
  const errors = faults.map((message) => ({ path: '/file', code: 'heading', message }));
  throw invalid('The first row has to say which column is which.', errors);
}

function plain(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
}
