import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JobQueue, type JobOptions, type NewJob } from './job-queue.js';

const MAX_ATTEMPTS = 12;
/** Jobs of one statement. */
const BATCH = 500;

/** Default queue: graphile-worker, whose `add_job` is SQL and so joins our transaction. */
@Injectable()
export class GraphileJobQueue extends JobQueue {
  async enqueue(manager: EntityManager, task: string, payload: unknown, options: JobOptions = {}): Promise<void> {
    await manager.query(
      `SELECT graphile_worker.add_job($1, payload := $2::json, queue_name := $3, run_at := $4,
                                      max_attempts := $5, job_key := $6)`,
      [
        task,
        JSON.stringify(payload),
        options.queue ?? null,
        options.runAt ?? null,
        options.maxAttempts ?? MAX_ATTEMPTS,
        options.key ?? null,
      ],
    );
  }

  override async enqueueAll(manager: EntityManager, jobs: readonly NewJob[]): Promise<void> {
    for (let start = 0; start < jobs.length; start += BATCH) {
      await manager.query(
        `SELECT count(*) FROM graphile_worker.add_jobs(
           (SELECT array_agg(json_populate_record(NULL::graphile_worker.job_spec, spec)) FROM json_array_elements($1) AS spec))`,
        [
          JSON.stringify(
            jobs
              .slice(start, start + BATCH)
              .map(({ task, payload }) => ({ identifier: task, payload, max_attempts: MAX_ATTEMPTS })),
          ),
        ],
      );
    }
  }
}
