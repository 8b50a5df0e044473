import type { BatchWork, WriteCtx } from './transaction.js';

/** Items of one kind of work that wait at most, so that an operation's size does not decide about its memory. */
const MAX_WAITING = 500;

/** Work of an operation on many rows that is done for many of them at a time. */
export class WaitingWork {
  private readonly items = new Map<BatchWork<never>, unknown[]>();

  /** Keeps an item until enough are there, or until somebody needs the result. */
  async add<T>(ctx: WriteCtx, work: BatchWork<T>, item: T): Promise<void> {
    const items = this.items.get(work) ?? [];
    items.push(item);
    this.items.set(work, items);
    if (items.length >= MAX_WAITING) await this.perform(ctx, work);
  }

  /** Does everything that waits, what comes to wait meanwhile included. */
  async settle(ctx: WriteCtx): Promise<void> {
    for (let [work] = this.items.keys(); work; [work] = this.items.keys()) await this.perform(ctx, work);
  }

  private async perform<T>(ctx: WriteCtx, work: BatchWork<T>): Promise<void> {
    const items = (this.items.get(work) ?? []) as T[];
    this.items.delete(work);
    await work(ctx, items);
  }
}
