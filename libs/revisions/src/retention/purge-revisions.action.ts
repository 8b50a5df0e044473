import { Injectable } from '@nestjs/common';
import { Action, type WriteCtx } from '@pipit/kernel';
import { DataSource } from 'typeorm';
import { RevisionsPurged } from './events.js';
import { purgeable } from './purgeable.js';
import type { RetentionOptions } from './retention-options.js';

/** Revisions of one transaction: a purge of years must not hold locks for long. */
const BATCH = 1000;

/** Removes a batch of revisions that are beyond what is to be kept, and answers how many. */
@Injectable()
export class PurgeRevisions extends Action<RetentionOptions, number> {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  protected async perform(ctx: WriteCtx, keep: RetentionOptions): Promise<number> {
    const { sql, values } = purgeable(this.dataSource, keep);
    const [, count]: [unknown[], number] = await ctx.manager.query(
      `DELETE FROM revision WHERE name IS NULL AND id IN (${sql} LIMIT ${BATCH})`,
      [...values],
    );
    ctx.record({
      action: 'revision.purge',
      subject: { type: 'revision', id: 0, label: 'Old versions' },
      data: { count },
    });
    ctx.emit(new RevisionsPurged(count));
    return count;
  }
}
