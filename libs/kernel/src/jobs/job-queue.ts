import type { EntityManager } from 'typeorm';

/** How a job waits and retries. */
export interface JobOptions {
  /** Not before this moment. */
  readonly runAt?: Date;
  /** Tries in all, with growing pauses; default 12. */
  readonly maxAttempts?: number;
  /** A waiting job with the same key is replaced instead of doubled. */
  readonly key?: string;
  /** Jobs of one queue run one after another. */
  readonly queue?: string;
}

/** A job that is to be enqueued with others. */
export interface NewJob {
  readonly task: string;
  readonly payload: unknown;
}

/** Port: work to be done after the transaction, by whichever process is free. */
export abstract class JobQueue {
  /** Enqueues inside the manager's transaction: the job exists if and only if the transaction commits. */
  abstract enqueue(manager: EntityManager, task: string, payload: unknown, options?: JobOptions): Promise<void>;

  /** The same for many jobs without options of their own. */
  async enqueueAll(manager: EntityManager, jobs: readonly NewJob[]): Promise<void> {
    for (const { task, payload } of jobs) await this.enqueue(manager, task, payload);
  }
}
