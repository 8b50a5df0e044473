import type { DataSource, QueryRunner } from 'typeorm';
import { tableNames } from './catalog.js';
import { isOrphan } from './orphans.js';
import type { Statements } from './schema-diff.js';

/** Tables that were made from declarations which are gone. */
export async function orphanTables(
  runner: QueryRunner,
  dataSource: DataSource,
  declared: ReadonlySet<string>,
): Promise<string[]> {
  const orphans: string[] = [];
  for (const table of await tableNames(runner)) {
    if (!declared.has(table) && (await isOrphan(runner, dataSource, table))) orphans.push(table);
  }
  return orphans;
}

/** What drops tables, first of all what ties them to others, and what would make them again, empty. */
export async function dropTables(runner: QueryRunner, names: readonly string[]): Promise<Statements> {
  if (names.length === 0) return { up: [], down: [] };
  const tables = await runner.getTables([...names]);
  const sorted = tables.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  runner.enableSqlMemory();
  try {
    for (const table of sorted)
      if (table.foreignKeys.length > 0) await runner.dropForeignKeys(table, [...table.foreignKeys]);
    for (const table of sorted) await runner.dropTable(table, false, false, true);
    const { upQueries, downQueries } = runner.getMemorySql();
    return {
      up: upQueries.map(({ query }) => query.trim()),
      down: downQueries.map(({ query }) => query.trim()).reverse(),
    };
  } finally {
    runner.disableSqlMemory();
  }
}
