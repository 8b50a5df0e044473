import type { ImportReport } from '@pipit/contrib/wagtail-import';
import type { DataSource } from 'typeorm';
import type { ExportedRow } from './export.js';
import { isSameValue } from './same-value.js';
import type { TableOf } from './tables.js';

type StoredRow = Readonly<Record<string, unknown>>;

/**
 * Compares exported rows with the table they went to, field by field, without a line of the importer's: each field is
 * looked for in the column of its name, or of its name and `_id`. What has no column has to be empty or reported.
 */
export async function differences(
  database: DataSource,
  rows: readonly ExportedRow[],
  { table, key, columns, elsewhere }: TableOf,
  context: { readonly report: ImportReport; readonly resolve: (field: string, value: unknown) => unknown },
): Promise<string[]> {
  const stored = await storedRows(database, table, key);
  const leftovers = new Set(context.report.leftovers.map(({ model, pk, field }) => `${model} ${pk} ${field}`));
  const found: string[] = [];
  for (const { model, pk, fields } of rows) {
    const row = stored.get(String(pk));
    if (!row) {
      found.push(`${model} ${pk} is missing`);
      continue;
    }
    for (const [field, exported] of Object.entries(fields)) {
      if (elsewhere.includes(field) || leftovers.has(`${model} ${pk} ${field}`)) continue;
      const column = [columns[field], field, `${field}_id`].find((name) => name !== undefined && name in row);
      // When a row without a date was made is for the importer to say.
      if (exported === null && /^(created|updated)_at$/.test(column ?? '')) continue;
      if (column === undefined) {
        if (!isNothing(exported)) found.push(`${model} ${pk} ${field}: no column, not reported`);
      } else if (!isSameValue(context.resolve(field, exported), row[column])) {
        found.push(
          `${model} ${pk} ${field}: ${JSON.stringify(exported)} ≠ ${JSON.stringify(row[column])}`.slice(0, 300),
        );
      }
    }
  }
  return found;
}

async function storedRows(database: DataSource, table: string, key: string): Promise<Map<string, StoredRow>> {
  const rows: { row: StoredRow }[] = await database.query(`SELECT to_jsonb(t) AS row FROM "${table}" t`);
  return new Map(rows.map(({ row }) => [String(row[key]), row]));
}

function isNothing(value: unknown): boolean {
  if (value === null || value === '' || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
