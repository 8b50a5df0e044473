import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CmsModule, DiskStorage, Migrations, dataSourceOptions } from '@pipit/cms';
import { WagtailImport, WagtailImportModule } from '@pipit/contrib/wagtail-import';
import { migrations } from '@pipit/migrations';
import { DataSource } from 'typeorm';
import type { SiteDefinition } from '../sites/site-definition.js';

@Module({})
class World {}

/** A site with its own database and storage, into which exports are imported. */
export interface ImportWorld {
  readonly app: INestApplicationContext;
  readonly database: DataSource;
  readonly importer: WagtailImport;
  /** Where media are stored. */
  readonly storage: string;
  close(): Promise<void>;
}

/** Starts Pipit with a site's types on a database that is migrated already. */
export async function openWorld(site: SiteDefinition, url: string): Promise<ImportWorld> {
  const storage = await mkdtemp(join(tmpdir(), 'pipit-import-'));
  const app = await NestFactory.createApplicationContext(
    {
      module: World,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions({ url, poolSize: 4 }, [...migrations, ...site.migrations]),
          autoLoadEntities: true,
          retryAttempts: 0,
        }),
        CmsModule.forRoot({
          kernel: { storage: new DiskStorage({ dir: storage }) },
          users: { tokenSecrets: ['0123456789abcdefghijklmnopqrstuvwxyz'] },
        }),
        CmsModule.forFeature(site.types),
        CmsModule.forModels(site.models ?? []),
        ...(site.modules ?? []),
        WagtailImportModule,
      ],
    },
    { logger: ['error'], abortOnError: false },
  );
  return {
    app,
    database: app.get(DataSource),
    importer: app.get(WagtailImport),
    storage,
    close: async () => {
      await app.close();
      await rm(storage, { recursive: true, force: true });
    },
  };
}

/** Builds the template database of a site: all tables, no content. */
export function migrated(site: SiteDefinition): (url: string) => Promise<void> {
  return async (url) => {
    const world = await openWorld(site, url);
    try {
      await world.app.get(Migrations).run();
    } finally {
      await world.close();
    }
  };
}
