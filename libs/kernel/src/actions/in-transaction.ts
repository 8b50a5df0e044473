import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

const BEGIN = 'START TRANSACTION';

/**
 * Whoever waits longer for others is told so instead of left to wait. A limit of the database's own stays as it is. Only
 * for this transaction, so that migrations and imports may wait.
 */
const LIMIT_WAITING = `SELECT set_config('lock_timeout', '10s', true) WHERE current_setting('lock_timeout') = '0'`;

/** As TypeORM's own `transaction`; the limit for waiting is set on the way, without a round trip of its own. */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
  { limitsWaiting }: { readonly limitsWaiting: boolean },
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    await (limitsWaiting ? beginLimited(runner) : runner.startTransaction());
    const value = await work(runner.manager);
    await runner.commitTransaction();
    return value;
  } catch (error) {
    // What went wrong first is what is told: after it the connection may be gone, and nothing left to take back.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

async function beginLimited(runner: QueryRunner): Promise<void> {
  const query = runner.query.bind(runner);
  runner.query = ((sql: string, ...rest: []) =>
    query(sql === BEGIN ? `${BEGIN}; ${LIMIT_WAITING}` : sql, ...rest)) as typeof query;
  try {
    await runner.startTransaction();
  } finally {
    runner.query = query;
  }
}
