import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Logger as WorkerLogger, run, runMigrations, type Runner, type TaskList } from 'graphile-worker';
import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { DiscoveredMethods } from '../discovery.js';
import { Heartbeat } from './heartbeat.js';
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
  private guardedPool: Pool | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly methods: DiscoveredMethods,
    private readonly heartbeat: Heartbeat,
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
        logger: this.workerLogger(),
        pollInterval: 1000,
      });
      // The server may have been told to stop while the worker was starting.
      if (this.stopping) return await this.runner.stop();
      this.runner.promise.then(
        () => this.restart(),
        (error: unknown) => this.restart(error),
      );
      await this.heartbeat.start();
    } catch (error) {
      this.restart(error);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.heartbeat.stop();
    await this.runner?.stop().catch(() => undefined);
  }

  /** TypeORM's own pool. A client that loses its connection must report to somebody, or it ends the process. */
  private pool(): Pool {
    const pool = (this.dataSource.driver as unknown as { master: Pool }).master;
    if (pool === this.guardedPool) return pool;
    this.guardedPool = pool;
    const guarded = new WeakSet<PoolClient>();
    const guard = (client: PoolClient): void => {
      if (guarded.has(client)) return;
      guarded.add(client);
      client.on('error', () => undefined);
    };
    // When taken too, not only when made: the pool had clients before there was a worker.
    pool.on('connect', guard).on('acquire', guard);
    return pool;
  }

  /** The library's messages in our log: what went wrong, and not each job that went well. */
  private workerLogger(): WorkerLogger {
    return new WorkerLogger(() => (level, message) => {
      if (level === 'error') this.logger.error(message);
      else if (level === 'warning') this.logger.warn(message);
      else this.logger.debug(message);
    });
  }

  private restart(error?: unknown): void {
    this.runner = null;
    if (this.stopping) return;
    void this.heartbeat.stop();
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
