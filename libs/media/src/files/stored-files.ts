import { createReadStream } from 'node:fs';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Storage, type WriteCtx } from '@pipit/kernel';
import { DataSource, type EntitySubscriberInterface, type QueryRunner } from 'typeorm';
import { FileOwners, REMOVE_FILES } from './file-owners.js';
import { alternativeKey } from './file-names.js';

/** More deletions than this in one job would make a retry repeat too much. */
const REMOVAL_BATCH = 200;

/**
 * Writes files on behalf of a transaction. A file is there before its row commits, so that no row ever lacks its file;
 * when the transaction rolls back, the files it wrote are removed again.
 */
@Injectable()
export class StoredFiles implements OnModuleInit, EntitySubscriberInterface {
  private readonly logger = new Logger(StoredFiles.name);
  private readonly written = new WeakMap<QueryRunner, string[]>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly storage: Storage,
    private readonly owners: FileOwners,
  ) {}

  onModuleInit(): void {
    if (!this.dataSource.subscribers.includes(this)) this.dataSource.subscribers.push(this);
  }

  /** Copies a local file into the storage under this key, or one like it where the key is taken. Answers the key used. */
  async add(ctx: WriteCtx, wanted: string, path: string): Promise<string> {
    const key = await this.freeKey(ctx, wanted);
    this.note(ctx, key);
    await this.storage.put(key, createReadStream(path));
    return key;
  }

  /** The same for contents made in memory. */
  async addBytes(ctx: WriteCtx, wanted: string, bytes: Buffer): Promise<string> {
    const key = await this.freeKey(ctx, wanted);
    this.note(ctx, key);
    await this.storage.put(key, bytes);
    return key;
  }

  /** Writes exactly this key. For imports, whose keys are public addresses; the caller knows that it is free. */
  async addAs(ctx: WriteCtx, key: string, path: string): Promise<void> {
    await this.lock(ctx, key);
    this.note(ctx, key);
    await this.storage.put(key, createReadStream(path));
  }

  /** Removes files once the transaction has committed, unless another row has them too. */
  async removeLater(ctx: WriteCtx, keys: readonly string[]): Promise<void> {
    for (let start = 0; start < keys.length; start += REMOVAL_BATCH) {
      await ctx.enqueue(REMOVE_FILES, { keys: keys.slice(start, start + REMOVAL_BATCH) });
    }
  }

  /** Called by TypeORM. Rows are looked at first: a commit that seemed to fail may have succeeded. */
  async afterTransactionRollback({ queryRunner }: { queryRunner: QueryRunner }): Promise<void> {
    const keys = this.written.get(queryRunner);
    if (!keys || queryRunner.isTransactionActive) return;
    this.written.delete(queryRunner);
    await this.owners.removeUnowned({ keys }).catch((error: unknown) => {
      this.logger.warn(`Files of a failed operation stay until the next sweep (${String(error)}): ${keys.join(', ')}`);
    });
  }

  /** Called by TypeORM. */
  afterTransactionCommit({ queryRunner }: { queryRunner: QueryRunner }): void {
    if (!queryRunner.isTransactionActive) this.written.delete(queryRunner);
  }

  private note(ctx: WriteCtx, key: string): void {
    const runner = ctx.manager.queryRunner;
    if (!runner) throw new Error('Files are stored inside a transaction only.');
    this.written.set(runner, [...(this.written.get(runner) ?? []), key]);
  }

  private async freeKey(ctx: WriteCtx, wanted: string): Promise<string> {
    for (let key = wanted; ; key = alternativeKey(wanted)) {
      await this.lock(ctx, key);
      const isTaken = (await this.storage.stat(key)) !== null || (await this.owners.owned(ctx.manager, [key])).has(key);
      if (!isTaken) return key;
    }
  }

  /** Two transactions that want one key decide one after the other, in whichever process. */
  private async lock(ctx: WriteCtx, key: string): Promise<void> {
    await ctx.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`media file ${key}`]);
  }
}
