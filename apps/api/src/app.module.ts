import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CmsModule, DiskStorage, dataSourceOptions, type Project } from '@pipit/cms';
import { WagtailImportModule } from '@pipit/contrib/wagtail-import';
import { migrations } from '@pipit/migrations';
import type { ServerOptions } from './options.js';

/** Pipit with one project's types. */
@Module({})
export class AppModule {
  static with(options: ServerOptions, project: Project): DynamicModule {
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions({ url: options.databaseUrl, poolSize: options.poolSize }, [
            ...migrations,
            ...project.migrations,
          ]),
          autoLoadEntities: true,
          retryAttempts: 0,
        }),
        CmsModule.forRoot({
          kernel: { storage: new DiskStorage({ dir: options.dataDir }) },
          users: { tokenSecrets: options.secrets },
          delivery: { ...project.delivery, ...(options.publicUrl ? { baseUrl: options.publicUrl } : {}) },
        }),
        CmsModule.forFeature(project.types),
        CmsModule.forModels(project.models ?? []),
        WagtailImportModule,
        ...(project.modules ?? []),
      ],
    };
  }
}
