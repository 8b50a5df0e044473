import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ObjectMissing, Storage, type Ctx } from '@pipit/kernel';
import { OwnedFiles, type OwnedFile } from './owned-files.js';
import { StoredFile } from './stored-file.entity.js';

/** A file that is not as its rows say. */
export interface FileFault {
  readonly key: string;
  readonly owners: string;
  readonly fault: 'missing' | 'size' | 'contents';
}

/** How to look. */
export interface VerifyWish {
  /** Sizes only: asks the storage for each file and reads none. */
  readonly quick?: boolean;
  /** Told now and then how far it has come. */
  readonly progress?: (done: number, total: number) => void;
}

const BATCH = 500;

/** Compares what the storage holds with what rows say of it. */
@Injectable()
export class MediaVerification {
  constructor(
    private readonly storage: Storage,
    private readonly owned: OwnedFiles,
  ) {}

  /** Faults one by one as they are found. Files nobody measured yet are measured, so that later looks can compare. */
  async *faults(ctx: Ctx, { quick = false, progress }: VerifyWish = {}): AsyncGenerator<FileFault> {
    const total = await this.owned.count(ctx);
    let done = 0;
    for (let key = ''; ;) {
      const files = await this.owned.after(ctx, key, BATCH);
      for (const file of files) {
        const fault = await this.faultOf(ctx, file, quick);
        if (fault) yield { key: file.key, owners: file.owners, fault };
      }
      done += files.length;
      progress?.(done, total);
      if (files.length < BATCH) return;
      key = files.at(-1)?.key ?? '';
    }
  }

  private async faultOf(ctx: Ctx, file: OwnedFile, quick: boolean): Promise<FileFault['fault'] | null> {
    const stored = await this.storage.stat(file.key);
    if (!stored) return 'missing';
    if (stored.size !== file.size) return 'size';
    if (quick) return null;
    const actual = await this.read(file.key);
    if (!actual) return 'missing';
    if (actual.size !== file.size) return 'size';
    if (file.sha256 !== null) return actual.sha256 === file.sha256 ? null : 'contents';
    if (file.sha1 && file.sha1 !== actual.sha1) return 'contents';
    await ctx.manager.upsert(StoredFile, { key: file.key, size: actual.size, sha256: actual.sha256 }, ['key']);
    return null;
  }

  private async read(key: string): Promise<{ size: number; sha1: string; sha256: string } | null> {
    const [sha1, sha256] = [createHash('sha1'), createHash('sha256')];
    let size = 0;
    try {
      for await (const chunk of (await this.storage.read(key)) as AsyncIterable<Buffer>) {
        size += chunk.length;
        sha1.update(chunk);
        sha256.update(chunk);
      }
    } catch (error) {
      if (error instanceof ObjectMissing) return null;
      throw error;
    }
    return { size, sha1: sha1.digest('hex'), sha256: sha256.digest('hex') };
  }
}
