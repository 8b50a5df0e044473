import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { ObjectMissing, Storage, type Ctx } from '@pipit/kernel';
import { Measuring } from './measured.js';
import { OwnedFiles, type OwnedFile } from './owned-files.js';

/** How far a move has come. */
export interface MigrationProgress {
  readonly total: number;
  /** Files that are over there now. */
  copied: number;
  /** Files that were there already, from an earlier run. */
  skipped: number;
  /** Bytes that were sent. */
  bytes: number;
  /** Files that could not be copied, and why. */
  readonly failed: { readonly key: string; readonly owners: string; readonly reason: string }[];
}

const BATCH = 500;

/** Copies every file that a row has into another storage. What is there already is not sent again, so it may be cut off. */
@Injectable()
export class MediaMigration {
  constructor(
    private readonly storage: Storage,
    private readonly owned: OwnedFiles,
  ) {}

  /** `report` is told after each file. The storage that is used stays as it is. */
  async copyTo(ctx: Ctx, target: Storage, report: (progress: MigrationProgress) => void): Promise<MigrationProgress> {
    const progress = {
      total: await this.owned.count(ctx),
      copied: 0,
      skipped: 0,
      bytes: 0,
      failed: [],
    } as MigrationProgress;
    for (let key = ''; ;) {
      const files = await this.owned.after(ctx, key, BATCH);
      for (const file of files) {
        await this.copy(file, target, progress);
        report(progress);
      }
      if (files.length < BATCH) return progress;
      key = files.at(-1)?.key ?? '';
    }
  }

  private async copy(file: OwnedFile, target: Storage, progress: MigrationProgress): Promise<void> {
    if ((await target.stat(file.key))?.size === file.size) {
      progress.skipped += 1;
      return;
    }
    try {
      const measuring = new Measuring();
      const source = await this.storage.read(file.key);
      const [written, read] = await Promise.allSettled([target.put(file.key, measuring), pipeline(source, measuring)]);
      if (written.status === 'rejected') throw written.reason;
      if (read.status === 'rejected') throw read.reason;
      const { size, sha256 } = measuring.result();
      const isRight = size === file.size && written.value.size === size && (file.sha256 ?? sha256) === sha256;
      if (!isRight) {
        await target.delete(file.key);
        throw new Error('It is not as its rows say; see media:verify.');
      }
      progress.copied += 1;
      progress.bytes += size;
    } catch (error) {
      const reason =
        error instanceof ObjectMissing ? 'It is missing.' : error instanceof Error ? error.message : String(error);
      progress.failed.push({ key: file.key, owners: file.owners, reason });
    }
  }
}
