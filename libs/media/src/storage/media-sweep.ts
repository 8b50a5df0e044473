import { readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { JobHandler, Storage } from '@pipit/kernel';
import { DataSource } from 'typeorm';
import { FileOwners } from '../files/file-owners.js';
import { SPOOL_PREFIX } from '../files/spool.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';

/** What a sweep found. */
export interface Swept {
  /** Files of the storage that no row has. */
  readonly orphans: readonly string[];
  /** Leftovers of writes that were cut off. */
  readonly leftovers: number;
}

/** How to sweep. */
export interface SweepWish {
  /** Only what is older: younger files may belong to a transaction that is about to commit. */
  readonly olderThanMinutes: number;
  readonly dryRun?: boolean;
}

const BATCH = 500;
const SAFE_MINUTES = 60;

/** Removes what a crash left: files without a row, half-written ones, temporary folders. */
@Injectable()
export class MediaSweep {
  private readonly logger = new Logger(MediaSweep.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly storage: Storage,
    private readonly owners: FileOwners,
    @Inject(MEDIA_OPTIONS) private readonly options: MediaOptions,
  ) {}

  async run({ olderThanMinutes, dryRun = false }: SweepWish): Promise<Swept> {
    const before = new Date(Date.now() - olderThanMinutes * 60_000);
    const orphans: string[] = [];
    let batch: string[] = [];
    const look = async (): Promise<void> => {
      const owned = await this.owners.owned(this.dataSource.manager, batch);
      const found = batch.filter((key) => !owned.has(key));
      orphans.push(...found);
      if (!dryRun) await this.owners.removeUnowned({ keys: found });
      batch = [];
    };
    for await (const { key, modifiedAt } of this.storage.list('')) {
      if (modifiedAt >= before) continue;
      batch.push(key);
      if (batch.length === BATCH) await look();
    }
    await look();
    const leftovers = dryRun ? 0 : (await this.storage.tidy(before)) + (await this.removeSpools(before));
    return { orphans, leftovers };
  }

  /** Daily. */
  @JobHandler('media:sweep', { cron: '47 3 * * *' })
  async sweep(): Promise<void> {
    const { orphans, leftovers } = await this.run({ olderThanMinutes: SAFE_MINUTES });
    if (orphans.length + leftovers > 0) {
      this.logger.log(`Removed ${orphans.length} files without a row and ${leftovers} leftovers of cut-off writes.`);
    }
  }

  /** Temporary folders of uploads whose process has died. */
  private async removeSpools(before: Date): Promise<number> {
    const parent = this.options.uploadFolder ?? tmpdir();
    const names = (await readdir(parent).catch(() => [])).filter((name) => name.startsWith(SPOOL_PREFIX));
    let removed = 0;
    for (const name of names) {
      const info = await stat(join(parent, name)).catch(() => null);
      if (!info || info.mtime >= before) continue;
      await rm(join(parent, name), { recursive: true, force: true });
      removed += 1;
    }
    return removed;
  }
}
