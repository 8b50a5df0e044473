import type { DataSource, EntityManager } from 'typeorm';

/** Rows read at a time. */
const BATCH = 500;

/** What a statement finds, batch by batch and all from one moment, however long it takes to fetch it. */
export async function* readInBatches<Row>(
  dataSource: DataSource,
  { sql, values }: { readonly sql: string; readonly values: readonly unknown[] },
): AsyncGenerator<{ readonly manager: EntityManager; readonly rows: readonly Row[] }> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.connect();
    await runner.startTransaction('REPEATABLE READ');
    await runner.query('SET TRANSACTION READ ONLY');
    await runner.query(`DECLARE exported NO SCROLL CURSOR FOR ${sql}`, [...values]);
    for (;;) {
      const rows: Row[] = await runner.query(`FETCH ${BATCH} FROM exported`);
      if (rows.length === 0) break;
      yield { manager: runner.manager, rows };
    }
  } finally {
    try {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
    } finally {
      await runner.release();
    }
  }
}
