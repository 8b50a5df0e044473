import { Injectable } from '@nestjs/common';
import { migrateJobTables } from '@pipit/kernel';
import { DataSource, MigrationExecutor } from 'typeorm';
import { BaseData } from '../base-data.js';

/** One migration and whether it has run. */
export interface MigrationState {
  readonly name: string;
  readonly applied: boolean;
}

/** Advisory lock that keeps two processes from migrating at once. */
const MIGRATION_LOCK = 7_471_101;

/** Runs and lists the migrations of Pipit, of its job library and of the project. */
@Injectable()
export class Migrations {
  constructor(
    private readonly dataSource: DataSource,
    private readonly baseData: BaseData,
  ) {}

  /**
   * Runs what is pending, all of it in one transaction, adds the data every installation begins with, and answers the
   * names. Several processes may ask at once: one works, the others find nothing to do.
   */
  async run(): Promise<string[]> {
    const lock = this.dataSource.createQueryRunner();
    try {
      await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
      const { url } = this.dataSource.options as { url?: string };
      await migrateJobTables(url ?? '');
      const ran = await this.dataSource.runMigrations({ transaction: 'all' });
      await this.baseData.ensure();
      return ran.map((migration) => migration.name);
    } finally {
      await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
      await lock.release();
    }
  }

  /** Every known migration in order. */
  async list(): Promise<MigrationState[]> {
    const executor = new MigrationExecutor(this.dataSource);
    const pending = new Set((await executor.getPendingMigrations()).map((migration) => migration.name));
    const known = this.dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
    return known.map((name) => ({ name, applied: !pending.has(name) }));
  }

  /** Names of migrations that have not run. */
  async pending(): Promise<string[]> {
    return (await this.list()).filter((migration) => !migration.applied).map((migration) => migration.name);
  }
}
