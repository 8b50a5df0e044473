import { Inject, Injectable, Logger } from '@nestjs/common';
import { JobHandler, systemCtx, type Ctx } from '@pipit/kernel';
import { DataSource } from 'typeorm';
import { PurgeRevisions } from './purge-revisions.action.js';
import { purgeable } from './purgeable.js';
import { RETENTION_OPTIONS, type RetentionOptions } from './retention-options.js';

/** Keeps the history as long as the project says, and no longer. Without a word of it everything is kept. */
@Injectable()
export class RevisionRetention {
  private readonly logger = new Logger(RevisionRetention.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly purgeRevisions: PurgeRevisions,
    @Inject(RETENTION_OPTIONS) private readonly options: RetentionOptions,
  ) {}

  /** How many revisions a purge would remove. */
  async count(keep: RetentionOptions): Promise<number> {
    const { sql, values } = purgeable(this.dataSource, keep);
    const rows: { count: number }[] = await this.dataSource.query(`SELECT count(*)::int FROM (${sql}) p`, [...values]);
    return rows[0]?.count ?? 0;
  }

  /** Removes all revisions that are beyond what is to be kept, and answers how many. */
  async purge(ctx: Ctx, keep: RetentionOptions): Promise<number> {
    let all = 0;
    // Asked before each batch, so that a purge of nothing leaves no entry in the audit log.
    while ((await this.count(keep)) > 0) {
      const count = await this.purgeRevisions.run(ctx, keep);
      if (count === 0) break;
      all += count;
    }
    return all;
  }

  /** What the project says is done each night. */
  @JobHandler('revisions:purge', { cron: '41 2 * * *' })
  async purgeByPolicy(): Promise<void> {
    const { keepDays, keepCount } = this.options;
    if (keepDays === undefined && keepCount === undefined) return;
    const count = await this.purge(systemCtx(this.dataSource.manager, 'retention of versions'), this.options);
    if (count > 0) this.logger.log(`${count} old versions were removed.`);
  }
}
