import { Injectable } from '@nestjs/common';
import type { Ctx } from '../context/ctx.js';
import { SILENCE } from './heartbeat.js';

/** Whether jobs are being done. */
export interface JobsState {
  /** Workers that gave a sign of life lately. */
  readonly workers: number;
  /** The last sign of life of any worker; null when none ever ran. */
  readonly seenAt: Date | null;
  /** Jobs that could be done now and are not yet. */
  readonly waiting: number;
  /** How long the oldest of them has waited. */
  readonly waitingSeconds: number;
  /** Jobs given up after all their tries. */
  readonly failed: number;
}

/** Tells whether anybody does the jobs, by the database's clock. */
@Injectable()
export class JobsHealth {
  /** How many workers gave a sign of life lately. */
  async workers(ctx: Ctx): Promise<number> {
    const rows: { workers: number }[] = await ctx.manager.query(
      'SELECT count(*)::int AS workers FROM worker_heartbeat WHERE seen_at > now() - make_interval(secs => $1)',
      [SILENCE],
    );
    return rows[0]!.workers;
  }

  /** All that is known. */
  async state(ctx: Ctx): Promise<JobsState> {
    const workers = await this.workers(ctx);
    const rows: Omit<JobsState, 'workers'>[] = await ctx.manager.query(
      `SELECT (SELECT max(seen_at) FROM worker_heartbeat) AS "seenAt",
              count(*) FILTER (WHERE ready)::int AS waiting,
              coalesce(max(extract(epoch FROM now() - run_at)) FILTER (WHERE ready), 0)::int AS "waitingSeconds",
              count(*) FILTER (WHERE attempts >= max_attempts AND locked_at IS NULL)::int AS failed
         FROM (SELECT *, run_at <= now() AND locked_at IS NULL AND attempts < max_attempts AS ready
                 FROM graphile_worker.jobs) job`,
    );
    return { workers, ...rows[0]! };
  }
}
