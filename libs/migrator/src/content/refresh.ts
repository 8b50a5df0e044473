import type { QueryRunner } from 'typeorm';

/** Task of the job that follows a content migration; its payload is `{ type }`. */
export const REFRESH_TASK = 'content:refresh';

/**
 * Asks for the search index and the index of references of some types to be made anew. A job, in the transaction of
 * the migration: it is there if and only if the content was changed, and any server does it.
 */
export async function refreshLater(runner: QueryRunner, types: readonly string[]): Promise<void> {
  for (const type of new Set(types)) {
    await runner.query(`SELECT graphile_worker.add_job($1, payload := $2::json, job_key := $3)`, [
      REFRESH_TASK,
      JSON.stringify({ type }),
      `${REFRESH_TASK}:${type}`,
    ]);
  }
}
