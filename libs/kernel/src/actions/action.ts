import { Inject } from '@nestjs/common';
import type { Ctx } from '../context/ctx.js';
import type { WriteCtx } from './transaction.js';
import { UnitOfWork } from './unit-of-work.js';

/**
 * One mutation: permission, integrity, effect, audit entry, event, in that order and in one transaction.
 * The HTTP API, the command line, imports and other actions all call {@link run}, so none of it can be bypassed.
 */
export abstract class Action<Input, Output> {
  @Inject(UnitOfWork) private readonly unitOfWork!: UnitOfWork;

  /** Performs the action; inside another action it joins that one's transaction. */
  run(ctx: Ctx, input: Input): Promise<Output> {
    return this.unitOfWork.run(ctx, (tx) => this.perform(tx, input), { repeatable: true });
  }

  /**
   * Does it. The database may give a transaction up in favour of another one; then this is called anew, so whatever it
   * does outside of the transaction has to bear that, or wait for `ctx.afterCommit`.
   */
  protected abstract perform(ctx: WriteCtx, input: Input): Promise<Output>;
}
