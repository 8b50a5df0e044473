/** What every lib stands on. Knows no CMS word. */
export { Action } from './actions/action.js';
export { GuardedWrites, guardWrites } from './actions/guarded-writes.js';
export { isWriteCtx, type BatchWork, type WriteCtx } from './actions/transaction.js';
export { ACTION_MARK, UnitOfWork, type WorkOptions } from './actions/unit-of-work.js';
export type { Rehearsal } from './actions/rehearsal.js';
export { AuditLog, type AuditEntryInput, type AuditSubject } from './audit/audit-port.js';
export {
  actorUserId,
  type Actor,
  type AnonymousActor,
  type SystemActor,
  type TokenLimits,
  type UserActor,
} from './context/actor.js';
export {
  CLI_COMMAND,
  CliCommand,
  type CliCall,
  type CliCommandOptions,
  type CliMethod,
  type CliOption,
} from './cli/cli-command.decorator.js';
export { createCtx, systemCtx, type Client, type Ctx } from './context/ctx.js';
export { askTogether } from './database/ask-together.js';
export { copiedColumns, type CopiedColumns } from './database/copied-columns.js';
export { keepSequenceAhead, takeId } from './database/id-sequence.js';
export { KEPT, anyOf, keepStatements, kept } from './database/kept-statements.js';
export { insertLinks, insertRows, type NewRows, type RowValues } from './database/insert-rows.js';
export { readInBatches } from './database/read-in-batches.js';
export { SnakeNamingStrategy, snakeCase } from './database/naming-strategy.js';
export { DiscoveredMethods, type DiscoveredMethod } from './discovery.js';
export * from './errors/common-problems.js';
export { readBack } from './errors/read-back.js';
export {
  Problem,
  defineProblem,
  problemCatalogue,
  type FieldError,
  type ProblemDefinition,
  type ProblemFactory,
} from './errors/problem.js';
export { DomainEvent, type DomainEventType } from './events/domain-event.js';
export { OnEvent, type Delivery } from './events/on-event.decorator.js';
export { Outbox } from './events/outbox.js';
export { OutboxEvent } from './events/outbox-event.entity.js';
export { ContentHook, Hook, HookPoint, SavingHook, type HookType } from './hooks/hook.decorator.js';
export { Hooks } from './hooks/hooks.js';
export { listenFirst } from './http/listen-first.js';
export { newUuid } from './ids.js';
export { JobHandler } from './jobs/job-handler.decorator.js';
export { JobQueue, type JobOptions, type NewJob } from './jobs/job-queue.js';
export { JobsHealth, type JobsState } from './jobs/jobs-health.js';
export { RecurringJob, WorkerHeartbeat } from './jobs/worker-heartbeat.entity.js';
export { JobWorker, migrateJobTables } from './jobs/job-worker.js';
export { KernelModule, type KernelOptions } from './kernel.module.js';
export { Mailer, type Mail } from './mail/mailer.js';
export { ConsoleMailer } from './mail/console-mailer.js';
export { MemoryMailer } from './mail/memory-mailer.js';
export { SmtpMailer, type SmtpOptions } from './mail/smtp-mailer.js';
export type { Paged, Paging } from './paging.js';
export { GuardedFetch, type Fetched, type FetchWish } from './outbound/guarded-fetch.js';
export { OUTBOUND_OPTIONS, type OutboundOptions } from './outbound/outbound-options.js';
export { isPublicAddress } from './outbound/public-address.js';
export { diskProblem } from './storage/disk-problem.js';
export { DiskStorage } from './storage/disk-storage.js';
export { provideStrategy, type Strategy } from './strategy.js';
export { Turns, type TurnsOptions } from './turns.js';
export {
  ObjectMissing,
  Storage,
  type ByteRange,
  type SignedUpload,
  type StoredObject,
  type UploadWish,
} from './storage/storage.js';
