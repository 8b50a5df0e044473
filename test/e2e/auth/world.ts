import type { DynamicModule, Type } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '@pipit/access';
import { AuditModule } from '@pipit/audit';
import { BulkModule } from '@pipit/bulk';
import { ContentTypesModule } from '@pipit/content-types';
import { DiskStorage, KernelModule, SnakeNamingStrategy, migrateJobTables, systemCtx, type Ctx } from '@pipit/kernel';
import { UsersModule, type UsersOptions } from '@pipit/users';
import { tmpdir } from 'node:os';
import { migrations } from '@pipit/migrations';
import { DataSource } from 'typeorm';

/** Signs the tokens of tests, and of nothing else. */
export const TEST_SECRET = 'a secret for tests alone: 7f3c9b1e5d8a2046';

/** A server with accounts, groups, the policy and the audit log, and nothing else. */
export interface AuthWorld {
  readonly app: NestFastifyApplication;
  readonly dataSource: DataSource;
  /** Pipit itself. */
  readonly system: Ctx;
  get<T>(type: Type<T>): T;
  close(): Promise<void>;
}

/** What a test adds to the world. */
export interface WorldOptions {
  readonly controllers?: Type[];
  readonly users?: Partial<UsersOptions>;
  readonly imports?: (Type | DynamicModule)[];
  /** All tables as the migrations make them; else those of this world alone. */
  readonly migrated?: boolean;
}

/** Starts the world on a database of its own. */
export async function startAuthWorld(url: string, options: WorldOptions = {}): Promise<AuthWorld> {
  await migrateJobTables(url);
  const module = await Test.createTestingModule({
    imports: [
      TypeOrmModule.forRoot({
        type: 'postgres',
        url,
        autoLoadEntities: true,
        ...(options.migrated ? { migrations, migrationsRun: true } : { synchronize: true }),
        retryAttempts: 0,
        namingStrategy: new SnakeNamingStrategy(),
      }),
      KernelModule.forRoot({ storage: new DiskStorage({ dir: tmpdir() }) }),
      AccessModule,
      AuditModule,
      BulkModule,
      ContentTypesModule,
      UsersModule.forRoot({ tokenSecrets: [TEST_SECRET], ...options.users }),
      ...(options.imports ?? []),
    ],
    controllers: options.controllers ?? [],
  }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const dataSource = app.get(DataSource);
  return {
    app,
    dataSource,
    system: systemCtx(dataSource.manager, 'test'),
    get: (type) => app.get(type, { strict: false }),
    close: () => app.close(),
  };
}
