import { SetMetadata } from '@nestjs/common';

export const JOB_HANDLER = 'pipit:job-handler';

export interface JobHandlerMetadata {
  readonly task: string;
  /** Five-field cron expression in UTC for jobs that repeat. */
  readonly cron?: string;
  readonly everySeconds?: number;
}

/** Options of job handlers. */
export interface JobHandlerOptions {
  /** When it runs by itself: the five fields of cron, UTC. Default: only when it is asked for. */
  readonly cron?: string;
  /** Again and again while any worker runs, by the database's clock; not more exact than some ten seconds. */
  readonly everySeconds?: number;
}

/** The method does the jobs of this task. It may run more than once for one job, so it has to be idempotent. */
export function JobHandler(task: string, options: JobHandlerOptions = {}): MethodDecorator {
  // The job library reads a table of repeating jobs that knows no other names, and runs nothing at all otherwise.
  if (!/^[a-zA-Z_][\w:-]*$/.test(task)) throw new Error(`"${task}" is no name of a task: use words, ":" and "-".`);
  return SetMetadata(JOB_HANDLER, { task, ...options } satisfies JobHandlerMetadata);
}
