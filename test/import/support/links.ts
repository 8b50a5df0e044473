import type { DataSource } from 'typeorm';
import type { ExportedRow } from './export.js';

/** Pairs of a join table, sorted, as `owner target`. */
export async function storedPairs(database: DataSource, table: string): Promise<string[]> {
  const rows: { row: Record<string, number> }[] = await database.query(`SELECT to_jsonb(t) AS row FROM "${table}" t`);
  const columns: { name: string }[] = await database.query(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position`,
    [table],
  );
  const [owner, target] = columns.map((column) => column.name);
  return rows.map(({ row }) => `${row[owner!]} ${row[target!]}`).sort();
}

/** The same pairs in an export, from a field that lists ids. */
export function listedPairs(rows: readonly ExportedRow[], field: string): string[] {
  return rows.flatMap((row) => (row.fields[field] as number[]).map((id) => `${row.pk} ${id}`)).sort();
}

/** The same pairs in an export, from rows that name an owner and a target. */
export function tyingPairs(rows: readonly ExportedRow[], owner: string, target: string): string[] {
  return rows.map((row) => `${String(row.fields[owner])} ${String(row.fields[target])}`).sort();
}
