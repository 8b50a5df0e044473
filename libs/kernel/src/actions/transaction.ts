import type { AuditEntryInput } from '../audit/audit-port.js';
import type { Ctx } from '../context/ctx.js';
import type { DomainEvent } from '../events/domain-event.js';
import type { JobOptions } from '../jobs/job-queue.js';

/** Work that costs little more for many things than for one. Told apart by identity, so keep it in a property. */
export type BatchWork<T> = (ctx: WriteCtx, items: readonly T[]) => Promise<void>;

/** A ctx inside an action's transaction: what an action says here is committed or rolled back as one. */
export interface WriteCtx extends Ctx {
  /** Adds a line to the audit log. */
  record(entry: AuditEntryInput): void;
  /** Tells listeners after the commit. */
  emit(event: DomainEvent): void;
  /** Enqueues a job in this transaction. */
  enqueue(task: string, payload: unknown, options?: JobOptions): Promise<void>;
  /** Does the work for this item: at once, or for many items together where the operation is one on many rows. */
  batch<T>(work: BatchWork<T>, item: T): Promise<void>;
  /** Does all work that waits, for whoever is about to read what it writes. */
  settle(): Promise<void>;
  /** Runs in this process right after the commit: cache purges and the like. Must not fail the operation. */
  afterCommit(work: () => Promise<void> | void): void;
}

/** True inside an action. */
export function isWriteCtx(ctx: Ctx): ctx is WriteCtx {
  return 'record' in ctx;
}
