import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager, QueryRunner } from 'typeorm';
import { DataSource } from 'typeorm';
import { AuditLog, type AuditEntryInput } from '../audit/audit-port.js';
import type { Ctx } from '../context/ctx.js';
import { insertTogether } from '../database/insert-rows.js';
import { Outbox } from '../events/outbox.js';
import type { DomainEvent } from '../events/domain-event.js';
import { JobQueue } from '../jobs/job-queue.js';
import { inTransaction } from './in-transaction.js';
import { isWriteCtx, type WriteCtx } from './transaction.js';
import { rehearseOn, type Rehearsal } from './rehearsal.js';
import { WaitingWork } from './waiting-work.js';
import { WritingPlaces, writersOf } from './writing-places.js';

/** Marks a query runner whose transaction belongs to an action; see {@link GuardedWrites}. */
export const ACTION_MARK = 'pipitAction';

interface Pending {
  readonly audit: AuditEntryInput[];
  readonly events: DomainEvent[];
  readonly afterCommit: (() => Promise<void> | void)[];
}

/** How often an operation is begun anew that the database gave up in favour of another. */
const MAX_RETRIES = 3;
/** Milliseconds until the first of them; later ones wait longer. */
const RETRY_AFTER = 20;
/**
 * Serialization failure, deadlock, a kept statement that a migration outdated: nothing of the transaction is left, and
 * the same may well succeed.
 */
const GIVEN_UP = new Set(['40001', '40P01', '0A000']);

/** What kind of operation it is. */
export interface WorkOptions {
  /** Does nothing outside of the transaction, and so may be done anew when the database gave it up. */
  readonly repeatable?: boolean;
  /** Works on many rows: what can be done for many at a time waits for that. */
  readonly many?: boolean;
}

/** One transaction per operation: effect, audit entries, outbox events and jobs commit together or not at all. */
@Injectable()
export class UnitOfWork {
  private readonly logger = new Logger(UnitOfWork.name);
  private readonly afterEach: (() => Promise<void> | void)[] = [];
  private readonly places: WritingPlaces;

  constructor(
    private readonly dataSource: DataSource,
    private readonly auditLog: AuditLog,
    private readonly outbox: Outbox,
    private readonly jobs: JobQueue,
  ) {
    const { poolSize } = dataSource.options as { poolSize?: number };
    this.places = new WritingPlaces(writersOf(poolSize ?? 10));
  }

  /**
   * From now on `work` runs in this process after each commit, before whoever asked for the operation is answered: for
   * what has to know of every change, whichever action made it. Must not fail the operation.
   */
  afterEachCommit(work: () => Promise<void> | void): void {
    this.afterEach.push(work);
  }

  /** Runs `work` in a transaction, or in the caller's when `ctx` is inside one already. */
  async run<T>(ctx: Ctx, work: (ctx: WriteCtx) => Promise<T>, options: WorkOptions = {}): Promise<T> {
    if (isWriteCtx(ctx)) return work(ctx);
    for (let retries = 0; ; retries += 1) {
      const pending: Pending = { audit: [], events: [], afterCommit: [] };
      try {
        const result = await this.places.take(() => this.commit(ctx, work, pending, options));
        await this.finish(pending);
        return result;
      } catch (error) {
        if (!options.repeatable || retries === MAX_RETRIES || !wasGivenUp(error)) throw error;
        this.logger.debug(`The database gave an operation up (request ${ctx.requestId}); it is begun anew.`);
        await sleep(RETRY_AFTER * (retries + Math.random() + 0.5));
      }
    }
  }

  private commit<T>(
    ctx: Ctx,
    work: (ctx: WriteCtx) => Promise<T>,
    pending: Pending,
    { many = false, repeatable = false }: WorkOptions,
  ): Promise<T> {
    const perform = async (manager: EntityManager): Promise<T> => {
      markAsAction(manager.queryRunner);
      const inner = this.writeCtx(ctx, manager, pending, many ? new WaitingWork() : null);
      const value = await work(inner);
      await inner.settle();
      if (pending.audit.length === 0) throw new Error('An action ended without an audit entry.');
      await this.tell(inner, pending);
      await ctx.beforeCommit?.(manager);
      return value;
    };
    return inTransaction(this.dataSource, perform, { limitsWaiting: repeatable });
  }

  /** In one statement, as others may be waiting for what the operation holds. */
  private async tell(ctx: WriteCtx, { audit, events }: Pending): Promise<void> {
    const { rows, jobs } = this.outbox.toldOf(events);
    await insertTogether(ctx.manager, [...this.auditLog.rowsFor(ctx, audit), rows]);
    await this.jobs.enqueueAll(ctx.manager, jobs);
  }

  /**
   * Runs `work` in a transaction that is always taken back: what it writes is seen by itself and by nobody else, and
   * what it records, emits or enqueues never happens. For looking at what an operation would lead to.
   */
  rehearse<T>(ctx: Ctx, work: (ctx: WriteCtx, connection: Rehearsal) => Promise<T>): Promise<T> {
    return this.places.take(() => {
      const runner = this.dataSource.createQueryRunner();
      return rehearseOn(runner, (connection) => {
        markAsAction(runner);
        const inner = this.writeCtx(ctx, runner.manager, { audit: [], events: [], afterCommit: [] }, null);
        return work({ ...inner, enqueue: () => Promise.resolve() }, connection);
      });
    });
  }

  private writeCtx(ctx: Ctx, manager: EntityManager, pending: Pending, waiting: WaitingWork | null): WriteCtx {
    const inner: WriteCtx = {
      actor: ctx.actor,
      siteId: ctx.siteId,
      locale: ctx.locale,
      requestId: ctx.requestId,
      client: ctx.client,
      manager,
      record: (entry) => void pending.audit.push(entry),
      emit: (event) => void pending.events.push(event),
      enqueue: (task, payload, options) => this.jobs.enqueue(manager, task, payload, options),
      batch: (work, item) => (waiting ? waiting.add(inner, work, item) : work(inner, [item])),
      settle: async () => waiting?.settle(inner),
      afterCommit: (work) => void pending.afterCommit.push(work),
    };
    return inner;
  }

  private async finish(pending: Pending): Promise<void> {
    for (const work of [...pending.afterCommit, ...this.afterEach]) {
      try {
        await work();
      } catch (error) {
        this.logger.error(`Work after a commit failed: ${String(error)}`);
      }
    }
  }
}

/** Lets writes to guarded entities through for the transaction of this runner. Released runners start clean. */
function markAsAction(runner: QueryRunner | undefined): void {
  if (runner) runner.data[ACTION_MARK] = true;
}

/** True for what the database says to the one of two that it gave up. */
function wasGivenUp(error: unknown): boolean {
  const { code, driverError } = Object(error) as { code?: unknown; driverError?: { code?: unknown } };
  return GIVEN_UP.has(String(driverError?.code ?? code));
}
