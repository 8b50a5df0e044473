import { Injectable, Logger } from '@nestjs/common';
import { ActorSource, problemOf } from '@pipit/access';
import {
  JobHandler,
  JobQueue,
  UnitOfWork,
  createCtx,
  forbidden,
  notFound,
  systemCtx,
  type Ctx,
  type Problem,
} from '@pipit/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { BulkKinds } from '../bulk-kinds.js';
import { BulkOperation } from '../bulk-operation.entity.js';

/** Task of the job that works on an operation. */
export const RUN_BULK = 'bulk:run';
/** Work of one job; then the operation queues up again, so that other jobs have their turn. */
const SLICE_MS = 3000;
/** An operation nobody has worked on for so long has lost its worker. */
const LOST_AFTER = '60 seconds';
const KEPT_FOR = '30 days';

interface ItemRow {
  readonly position: number;
  readonly subject: string;
}

/** How the next thing went: done or refused; nothing was left; somebody else is at work. */
type Step = 'done' | 'end' | 'busy';

/** Works operations off, thing by thing. */
@Injectable()
export class RunBulk {
  private readonly logger = new Logger(RunBulk.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly kinds: BulkKinds,
    private readonly actors: ActorSource,
    private readonly jobs: JobQueue,
  ) {}

  /** A slice of an operation. */
  @JobHandler(RUN_BULK)
  async run({ operationId }: { readonly operationId: string }): Promise<void> {
    const until = Date.now() + SLICE_MS;
    for (;;) {
      const step = await this.next(operationId);
      if (step !== 'done') return;
      if (Date.now() > until) break;
    }
    await this.jobs.enqueue(this.dataSource.manager, RUN_BULK, { operationId });
  }

  /** Gives operations whose worker died to another one, and forgets old ones. */
  @JobHandler('bulk:sweep', { cron: '* * * * *' })
  async sweep(): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const lost: { id: string }[] = await manager.query(
        `SELECT id FROM bulk_operation WHERE state IN ('waiting', 'running') AND worked_at < now() - interval '${LOST_AFTER}'
          FOR UPDATE SKIP LOCKED`,
      );
      if (lost.length === 0) return;
      await manager.query('UPDATE bulk_operation SET worked_at = now() WHERE id = ANY($1::uuid[])', [
        lost.map(({ id }) => id),
      ]);
      for (const { id } of lost) await this.jobs.enqueue(manager, RUN_BULK, { operationId: id });
    });
    await this.dataSource.query(`DELETE FROM bulk_operation WHERE created_at < now() - interval '${KEPT_FOR}'`);
  }

  private async next(operationId: string): Promise<Step> {
    const operation = await this.dataSource.manager.findOneBy(BulkOperation, { id: operationId });
    if (!operation) return 'end';
    const ctx = await this.asAsker(operation);
    let position = -1;
    try {
      return await this.unitOfWork.run(ctx ?? this.nobody(), async (tx): Promise<Step> => {
        const taken = await take(tx.manager, operationId);
        if (taken === 'busy' || taken === 'end') {
          // A unit of work without an entry is a mistake elsewhere; here there was nothing to do.
          throw new NothingToDo(taken);
        }
        ({ position } = taken);
        if (!ctx) throw forbidden('Whoever asked for this may not act any more.');
        const kind = this.kinds.find(operation.kind);
        if (!kind) throw notFound(`There is no operation “${operation.kind}” any more.`);
        await kind.perform(tx, taken.subject, operation.arguments);
        await note(tx.manager, operationId, position, null);
        return 'done';
      });
    } catch (error) {
      if (error instanceof NothingToDo) return error.step;
      const problem = problemOf(error);
      // Nothing would go better with the next thing: the job is tried again later.
      if (problem.status === 503 || position < 0) throw error;
      if (problem.status >= 500)
        this.logger.error(`${operation.kind} ${operationId}, thing ${position}: ${String(error)}`);
      await this.refuse(operationId, position, problem);
      return 'done';
    }
  }

  private async refuse(operationId: string, position: number, problem: Problem): Promise<void> {
    await this.dataSource.transaction((manager) => note(manager, operationId, position, problem));
  }

  /** The asker with the rights of this moment; null when the account may not act any more. */
  private async asAsker({ id, userId, client }: BulkOperation): Promise<Ctx | null> {
    const actor = await this.actors.actorOf(this.nobody(), userId);
    return actor && createCtx(this.dataSource.manager, actor, { requestId: id, client });
  }

  private nobody(): Ctx {
    return systemCtx(this.dataSource.manager, 'bulk operation');
  }
}

/** Ends a transaction in which nothing was done. */
class NothingToDo extends Error {
  constructor(readonly step: 'end' | 'busy') {
    super(step);
  }
}

/** The next thing, with the operation locked until the commit, so that one worker at a time is at it. */
async function take(manager: EntityManager, operationId: string): Promise<ItemRow | 'end' | 'busy'> {
  const [operation]: { state: string }[] = await manager.query(
    'SELECT state FROM bulk_operation WHERE id = $1 FOR UPDATE SKIP LOCKED',
    [operationId],
  );
  if (!operation) return 'busy';
  if (operation.state === 'finished' || operation.state === 'cancelled') return 'end';
  const [item]: ItemRow[] = await manager.query(
    `SELECT position, subject FROM bulk_item WHERE operation_id = $1 AND state = 'waiting' ORDER BY position LIMIT 1`,
    [operationId],
  );
  return item ?? 'end';
}

/** Writes down how a thing fared; after the last one the operation is finished. */
async function note(
  manager: EntityManager,
  operationId: string,
  position: number,
  problem: Problem | null,
): Promise<void> {
  await manager.query(
    `UPDATE bulk_item SET state = $3, problem = $4 WHERE operation_id = $1 AND position = $2 AND state = 'waiting'`,
    [operationId, position, problem ? 'refused' : 'done', problem && JSON.stringify(problem.toJSON())],
  );
  await manager.query(
    `UPDATE bulk_operation o SET worked_at = now(),
            state = CASE WHEN state = 'cancelled' THEN state WHEN left_over THEN 'running' ELSE 'finished' END,
            finished_at = CASE WHEN left_over OR state = 'cancelled' THEN finished_at ELSE now() END
       FROM (SELECT EXISTS (SELECT FROM bulk_item WHERE operation_id = $1 AND state = 'waiting') AS left_over) l
      WHERE o.id = $1`,
    [operationId],
  );
}
