import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { run, runMigrations, type Runner, type TaskList } from 'graphile-worker';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { DiscoveredMethods } from '../discovery.js';
import { JOB_HANDLER, type JobHandlerMetadata } from './job-handler.decorator.js';

/** Creates or updates the job library's own tables; part of `migrate`. */
export async function migrateJobTables(connectionString: string): Promise<void> {
  await runMigrations({ connectionString });
}

/** Runs jobs inside the server process. Any number of processes may; Postgres deals the jobs out. */
@Injectable()
export class JobWorker implements OnApplicationShutdown {
  private readonly logger = new Logger(JobWorker.name);
  private runner: Runner | null = null;
  private stopping = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly methods: DiscoveredMethods,
  ) {}

  /** Starts working; keeps trying while the database is away. */
  async start(): Promise<void> {
    if (this.runner || this.stopping) return;
    try {
      this.runner = await run({
        pgPool: this.pool(),
        taskList: this.taskList(),
        crontab: this.crontab(),
        concurrency: 2,
        noHandleSignals: true,
        pollInterval: 1000,
      });
      // The server may have been told to stop while the worker was starting.
      if (this.stopping) return await this.runner.stop();
      this.runner.promise.then(
        () => this.restart(),
        (error: unknown) => this.restart(error),
      );
    } catch (error) {
      this.restart(error);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.runner?.stop().catch(() => undefined);
  }

  /** TypeORM's own pool. A client that loses its connection must report to somebody, or it ends the process. */
  private pool(): Pool {
    const pool = (this.dataSource.driver as unknown as { master: Pool }).master;
    if (pool.listenerCount('connect') === 0) pool.on('connect', (client) => client.on('error', () => undefined));
    return pool;
  }

  private restart(error?: unknown): void {
    this.runner = null;
    if (this.stopping) return;
    if (error) this.logger.warn(`The job worker stopped (${String(error)}); starting again in 2 s.`);
    setTimeout(() => void this.start(), 2000).unref();
  }

  private taskList(): TaskList {
    const handlers = this.methods.withMetadata<JobHandlerMetadata>(JOB_HANDLER);
    return Object.fromEntries(
      handlers.map((handler) => [
        handler.metadata.task,
        async (payload: unknown): Promise<void> => {
          await handler.call(payload);
        },
      ]),
    );
  }

  private crontab(): string {
    return this.methods
      .withMetadata<JobHandlerMetadata>(JOB_HANDLER)
      .filter(({ metadata }) => metadata.cron)
      .map(({ metadata }) => `${metadata.cron} ${metadata.task}`)
      .join('\n');
  }
}
