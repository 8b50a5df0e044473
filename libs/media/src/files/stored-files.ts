import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Storage, type WriteCtx } from '@pipit/kernel';
import { DataSource, type EntitySubscriberInterface, type QueryRunner } from 'typeorm';
import { lockKey } from '../storage/key-lock.js';
import { measureBytes, Measuring, type Measure } from '../storage/measured.js';
import { StoredFile } from '../storage/stored-file.entity.js';
import { FileOwners, REMOVE_FILES } from './file-owners.js';
import { alternativeKey } from './file-names.js';

/** More deletions than this in one job would make a retry repeat too much. */
const REMOVAL_BATCH = 200;

/**
 * Writes files on behalf of a transaction. A file is there before its row commits, so that no row ever lacks its file;
 * when the transaction rolls back, the files it wrote are removed again.
 */
@Injectable()
export class StoredFiles implements OnModuleInit, OnModuleDestroy, EntitySubscriberInterface {
  private readonly logger = new Logger(StoredFiles.name);
  private readonly written = new WeakMap<QueryRunner, string[]>();
  private readonly removals = new Set<Promise<void>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly storage: Storage,
    private readonly owners: FileOwners,
  ) {}

  /** A process that ends, as each command does, leaves nothing behind. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.removals);
  }

  onModuleInit(): void {
    if (!this.dataSource.subscribers.includes(this)) this.dataSource.subscribers.push(this);
  }

  /** Copies a local file into the storage under this key, or one like it where the key is taken. Answers the key used. */
  async add(ctx: WriteCtx, wanted: string, path: string): Promise<string> {
    const key = await this.freeKey(ctx, wanted);
    await this.write(ctx, key, path);
    return key;
  }

  /** The same for contents made in memory. */
  async addBytes(ctx: WriteCtx, wanted: string, bytes: Buffer): Promise<string> {
    const key = await this.freeKey(ctx, wanted);
    this.note(ctx, key);
    await this.storage.put(key, bytes);
    await this.register(ctx, key, measureBytes(bytes));
    return key;
  }

  /**
   * Stores a local file under a key that is made of its SHA-256, so that what is there already is the same and is shared.
   * `keyOf` gets the hash.
   */
  async addShared(ctx: WriteCtx, path: string, keyOf: (sha256: string) => string): Promise<string> {
    const measuring = new Measuring().resume();
    await pipeline(createReadStream(path), measuring);
    const { size, sha256 } = measuring.result();
    const key = keyOf(sha256);
    await lockKey(ctx.manager, key);
    const isThere = (await this.storage.stat(key))?.size === size;
    if (isThere) await this.register(ctx, key, { size, sha256 });
    else await this.write(ctx, key, path);
    return key;
  }

  /** Writes exactly this key. For imports, whose keys are public addresses; the caller knows that it is free. */
  async addAs(ctx: WriteCtx, key: string, path: string): Promise<void> {
    await lockKey(ctx.manager, key);
    await this.write(ctx, key, path);
  }

  /** Removes files once the transaction has committed, unless another row has them too. */
  async removeLater(ctx: WriteCtx, keys: readonly string[]): Promise<void> {
    for (let start = 0; start < keys.length; start += REMOVAL_BATCH) {
      await ctx.enqueue(REMOVE_FILES, { keys: keys.slice(start, start + REMOVAL_BATCH) });
    }
  }

  /**
   * Called by TypeORM. Rows are looked at first: a commit that seemed to fail may have succeeded. Nobody waits for it, as
   * it needs a connection while the one that failed is still held.
   */
  afterTransactionRollback({ queryRunner }: { queryRunner: QueryRunner }): void {
    const keys = this.written.get(queryRunner);
    if (!keys || queryRunner.isTransactionActive) return;
    this.written.delete(queryRunner);
    const removal = this.owners
      .removeUnowned({ keys })
      .catch((error: unknown) => {
        this.logger.warn(
          `Files of a failed operation stay until the next sweep (${String(error)}): ${keys.join(', ')}`,
        );
      })
      .finally(() => this.removals.delete(removal));
    this.removals.add(removal);
  }

  /** Called by TypeORM. */
  afterTransactionCommit({ queryRunner }: { queryRunner: QueryRunner }): void {
    if (!queryRunner.isTransactionActive) this.written.delete(queryRunner);
  }

  private async write(ctx: WriteCtx, key: string, path: string): Promise<void> {
    this.note(ctx, key);
    const measuring = new Measuring();
    const [stored, read] = await Promise.allSettled([
      this.storage.put(key, measuring),
      pipeline(createReadStream(path), measuring),
    ]);
    // What the storage says tells more than that its reader went away.
    if (stored.status === 'rejected') throw stored.reason;
    if (read.status === 'rejected') throw read.reason;
    const measure = measuring.result();
    if (stored.value.size !== measure.size)
      throw new Error(`The storage has ${stored.value.size} of ${measure.size} bytes of ${key}.`);
    await this.register(ctx, key, measure);
  }

  private async register(ctx: WriteCtx, key: string, measure: Measure): Promise<void> {
    await ctx.manager.upsert(StoredFile, { key, ...measure }, ['key']);
  }

  private note(ctx: WriteCtx, key: string): void {
    const runner = ctx.manager.queryRunner;
    if (!runner) throw new Error('Files are stored inside a transaction only.');
    this.written.set(runner, [...(this.written.get(runner) ?? []), key]);
  }

  private async freeKey(ctx: WriteCtx, wanted: string): Promise<string> {
    for (let key = wanted; ; key = alternativeKey(wanted)) {
      await lockKey(ctx.manager, key);
      const isTaken = (await this.storage.stat(key)) !== null || (await this.owners.owned(ctx.manager, [key])).has(key);
      if (!isTaken) return key;
    }
  }
}
