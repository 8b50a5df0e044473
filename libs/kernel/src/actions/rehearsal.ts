import type { QueryConfig, QueryResult } from 'pg';
import type { QueryRunner } from 'typeorm';

/** How long a rehearsal waits for others who write the same rows, and how long one statement of it may take. */
const WAITS = '3s';
const LASTS = '10s';

/** The connection of a rehearsal, for statements that read rows otherwise than TypeORM does. */
export interface Rehearsal {
  query(config: QueryConfig): Promise<Pick<QueryResult, 'rows'>>;
}

/** What a query runner's connection can do. */
interface Client {
  query(config: QueryConfig): Promise<QueryResult>;
}

/**
 * Runs `work` in a transaction on that runner and takes it back, whatever happens. Statements wait for each other:
 * printing asks for many things at the same time, which is meant for a pool, and one connection takes one after the
 * other. What is asked for after the end is refused, as the connection is somebody else's by then.
 */
export async function rehearseOn<T>(runner: QueryRunner, work: (connection: Rehearsal) => Promise<T>): Promise<T> {
  try {
    const client = (await runner.connect()) as Client;
    const query = runner.query.bind(runner);
    await runner.startTransaction();
    await query(`SET LOCAL lock_timeout = '${WAITS}'`);
    await query(`SET LOCAL statement_timeout = '${LASTS}'`);
    const turns = new Turns();
    runner.query = ((...statement: Parameters<typeof query>) => turns.take(() => query(...statement))) as typeof query;
    try {
      return await work({ query: (config) => turns.take(() => client.query(config)) });
    } finally {
      await turns.end();
      runner.query = query;
      await runner.rollbackTransaction();
    }
  } finally {
    await runner.release();
  }
}

/** Lets one piece of work begin when the one before it has ended, well or badly. */
class Turns {
  private last: Promise<unknown> = Promise.resolve();
  private isOver = false;

  take<T>(work: () => Promise<T>): Promise<T> {
    if (this.isOver) return Promise.reject(new Error('The rehearsal is over.'));
    const mine = this.last.then(work);
    this.last = mine.catch(() => undefined);
    return mine;
  }

  /** Waits for what has begun and takes nothing more. */
  async end(): Promise<void> {
    this.isOver = true;
    await this.last;
  }
}
