import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import {
  CmsModule,
  DiskStorage,
  ProjectModule,
  dataSourceOptions,
  migrationsOf,
  strategiesOf,
  type Project,
  type Storage,
} from '@pipit/cms';
import { WagtailImportModule } from '@pipit/contrib/wagtail-import';
import { migrations } from '@pipit/migrations';
import type { ServerOptions } from './options.js';

/** Pipit with one project's types. */
@Module({})
export class AppModule {
  /** `storage` is what the environment asks for; null leaves it to the project. */
  static with(options: ServerOptions, project: Project, storage: Storage | null = null): DynamicModule {
    const { mailer, jobQueue, searchIndex, slugs, ...strategies } = strategiesOf(project);
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions({ url: options.databaseUrl, poolSize: options.poolSize }, [
            ...migrations,
            ...migrationsOf(project),
          ]),
          autoLoadEntities: true,
          retryAttempts: 0,
        }),
        CmsModule.forRoot({
          kernel: {
            storage: storage ?? strategies.storage ?? new DiskStorage({ dir: options.dataDir }),
            mailer,
            jobQueue,
          },
          search: { index: searchIndex },
          pages: { slugs },
          revisions: project.revisions,
          users: { tokenSecrets: options.secrets },
          delivery: { ...project.delivery, ...(options.publicUrl ? { baseUrl: options.publicUrl } : {}) },
          preview: { ...project.preview, ...(options.previewUrl ? { url: options.previewUrl } : {}) },
        }),
        ProjectModule.with(project),
        WagtailImportModule,
      ],
    };
  }
}
