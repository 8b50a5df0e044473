import { Logger } from '@nestjs/common';
import { GuardedWrites, SnakeNamingStrategy, keepStatements } from '@pipit/kernel';
import type { DataSourceOptions } from 'typeorm';
import type { MigrationClass } from '@pipit/migrator';

/** How to reach the database. */
export interface DatabaseOptions {
  /** `postgres://user:password@host:port/name`. */
  readonly url: string;
  /** Connections of this process at most; default 10. */
  readonly poolSize?: number;
}

/** Table that lists the migrations which have run. */
export const MIGRATIONS_TABLE = 'pipit_migration';

/** The one way Pipit connects: plain snake_case, guarded writes, no automatic changes of the schema. */
export function dataSourceOptions(database: DatabaseOptions, migrations: readonly MigrationClass[]) {
  const logger = new Logger('Database');
  return {
    type: 'postgres',
    url: database.url,
    namingStrategy: new SnakeNamingStrategy(),
    subscribers: [GuardedWrites],
    migrations: [...migrations],
    migrationsTableName: MIGRATIONS_TABLE,
    synchronize: false,
    migrationsRun: false,
    poolSize: database.poolSize ?? 10,
    // A lost connection is reported on the idle client too; without a handler it would end the process.
    poolErrorHandler: (error: Error) => logger.warn(`A database connection was lost: ${error.message}`),
    extra: { connectionTimeoutMillis: 5000, application_name: 'pipit', onConnect: keepStatements },
  } satisfies DataSourceOptions;
}
