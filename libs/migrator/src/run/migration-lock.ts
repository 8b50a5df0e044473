import type { DataSource } from 'typeorm';

/** Advisory lock that keeps two processes from migrating at once. */
const MIGRATION_LOCK = 7_471_101;

/** Does work while no other process migrates this database; waits for one that does. */
export async function withMigrationLock<T>(
  dataSource: DataSource,
  print: (line: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  const lock = dataSource.createQueryRunner();
  try {
    const [free]: { got: boolean }[] = await lock.query('SELECT pg_try_advisory_lock($1) AS got', [MIGRATION_LOCK]);
    if (!free?.got) {
      print('Another process is migrating this database; waiting for it.');
      await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    }
    return await work();
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
  }
}
