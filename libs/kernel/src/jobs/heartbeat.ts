import os from 'node:os';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DiscoveredMethods } from '../discovery.js';
import { newUuid } from '../ids.js';
import { JOB_HANDLER, type JobHandlerMetadata } from './job-handler.decorator.js';
import { JobQueue } from './job-queue.js';

/** Seconds between two signs of life. */
const BEAT = 10;
/** Seconds of silence after which a worker counts as gone. */
export const SILENCE = 35;

/**
 * While a worker runs it says so in the database, and asks for the jobs that repeat every so many seconds. Both go by
 * the database's clock, so that a machine whose own clock is wrong neither looks dead nor does anything early or twice.
 */
@Injectable()
export class Heartbeat {
  private readonly logger = new Logger(Heartbeat.name);
  private readonly id = newUuid();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly methods: DiscoveredMethods,
    private readonly jobs: JobQueue,
  ) {}

  /** From now on the worker counts as alive. */
  async start(): Promise<void> {
    if (this.timer) return;
    this.timer = setInterval(() => void this.beat(), BEAT * 1000);
    this.timer.unref();
    await this.beat();
  }

  /** The worker has stopped of its own accord. */
  async stop(): Promise<void> {
    if (!this.timer) return;
    clearInterval(this.timer);
    this.timer = null;
    await this.dataSource.query('DELETE FROM worker_heartbeat WHERE id = $1', [this.id]).catch(() => undefined);
  }

  private async beat(): Promise<void> {
    try {
      await this.dataSource.query(
        `INSERT INTO worker_heartbeat (id, name, started_at, seen_at) VALUES ($1, $2, now(), now())
         ON CONFLICT (id) DO UPDATE SET seen_at = now()`,
        [this.id, `${os.hostname()}:${process.pid}`],
      );
      await this.dataSource.query(`DELETE FROM worker_heartbeat WHERE seen_at < now() - interval '1 day'`);
      for (const { metadata } of this.methods.withMetadata<JobHandlerMetadata>(JOB_HANDLER)) {
        if (metadata.everySeconds) await this.askFor(metadata.task, metadata.everySeconds);
      }
    } catch (error) {
      this.logger.warn(`The worker could not say that it is alive: ${String(error)}`);
    }
  }

  /** Whichever worker is first asks for it; the others see that it was. */
  private async askFor(task: string, everySeconds: number): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const due: unknown[] = await manager.query(
        `INSERT INTO recurring_job AS known (task, enqueued_at) VALUES ($1, now())
         ON CONFLICT (task) DO UPDATE SET enqueued_at = now()
          WHERE known.enqueued_at <= now() - make_interval(secs => $2) OR known.enqueued_at > now()
         RETURNING task`,
        [task, everySeconds],
      );
      if (due.length > 0) await this.jobs.enqueue(manager, task, {}, { key: task });
    });
  }
}
