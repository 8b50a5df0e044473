import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UnitOfWork } from './actions/unit-of-work.js';
import { DiscoveredMethods } from './discovery.js';
import { Outbox } from './events/outbox.js';
import { OutboxEvent } from './events/outbox-event.entity.js';
import { Hooks } from './hooks/hooks.js';
import { GraphileJobQueue } from './jobs/graphile-job-queue.js';
import { Heartbeat } from './jobs/heartbeat.js';
import { JobsHealth } from './jobs/jobs-health.js';
import { RecurringJob, WorkerHeartbeat } from './jobs/worker-heartbeat.entity.js';
import { JobQueue } from './jobs/job-queue.js';
import { JobWorker } from './jobs/job-worker.js';
import { ConsoleMailer } from './mail/console-mailer.js';
import { Mailer } from './mail/mailer.js';
import { GuardedFetch } from './outbound/guarded-fetch.js';
import { OUTBOUND_OPTIONS, type OutboundOptions } from './outbound/outbound-options.js';
import { Storage } from './storage/storage.js';
import { provideStrategy, type Strategy } from './strategy.js';

/** Strategies a project may replace; the defaults need nothing beyond Postgres and a folder. */
export interface KernelOptions {
  readonly storage: Strategy<Storage>;
  readonly mailer?: Strategy<Mailer>;
  readonly jobQueue?: Strategy<JobQueue>;
  /** Where the server may send requests that somebody else asked for. */
  readonly outbound?: OutboundOptions;
}

/** What every other lib stands on: transactions, events, hooks and the ports to the outside. */
@Global()
@Module({})
export class KernelModule {
  static forRoot(options: KernelOptions): DynamicModule {
    const providers: Provider[] = [
      UnitOfWork,
      Outbox,
      Hooks,
      DiscoveredMethods,
      JobWorker,
      Heartbeat,
      JobsHealth,
      GuardedFetch,
      { provide: OUTBOUND_OPTIONS, useValue: options.outbound ?? {} },
      provideStrategy(JobQueue, options.jobQueue ?? GraphileJobQueue),
      provideStrategy(Mailer, options.mailer ?? ConsoleMailer),
      provideStrategy(Storage, options.storage),
    ];
    return {
      module: KernelModule,
      imports: [DiscoveryModule, TypeOrmModule.forFeature([OutboxEvent, WorkerHeartbeat, RecurringJob])],
      providers,
      exports: providers,
    };
  }
}
