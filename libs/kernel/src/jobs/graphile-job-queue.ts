import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JobQueue, type JobOptions } from './job-queue.js';

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
        options.maxAttempts ?? 12,
        options.key ?? null,
      ],
    );
  }
}
