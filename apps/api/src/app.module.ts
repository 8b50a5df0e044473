import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import {
  CmsModule,
  DiskStorage,
  ProjectModule,
  SmtpMailer,
  checkedDataSource,
  dataSourceOptions,
  migrationsOf,
  strategiesOf,
  type Project,
  type Storage,
} from '@pipit/cms';
import { WagtailImportModule } from '@pipit/contrib/wagtail-import';
import { migrations } from '@pipit/migrations';
import { dataHeaders } from './security/headers.js';
import type { ServerOptions } from './options.js';

/** The mail server of the environment, unless the project brings a way to send mail of its own. */
function smtp({ smtpUrl, mailFrom }: ServerOptions): SmtpMailer | undefined {
  return smtpUrl === null ? undefined : new SmtpMailer({ url: smtpUrl, from: mailFrom });
}

/** Where people find this server: as configured, never as a request says. */
function publicUrl({ publicUrl, port }: ServerOptions): string {
  return publicUrl ?? `http://localhost:${port}`;
}
const MEGABYTE = 1024 * 1024;

/** Pipit with one project's types. */
@Module({})
export class AppModule {
  /** `storage` is what the environment asks for; null leaves it to the project. */
  static with(options: ServerOptions, project: Project, storage: Storage | null = null): DynamicModule {
    const { contentCacheMegabytes: megabytes } = options;
    const { mailer, jobQueue, searchIndex, slugs, ...strategies } = strategiesOf(project);
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({
            ...dataSourceOptions({ url: options.databaseUrl, poolSize: options.poolSize }, [
              ...migrations,
              ...migrationsOf(project),
            ]),
            autoLoadEntities: true,
            retryAttempts: 0,
            // Nothing is tried twice, so nobody is told that it will be.
            toRetry: () => false,
          }),
          dataSourceFactory: checkedDataSource,
        }),
        CmsModule.forRoot({
          kernel: {
            storage: storage ?? strategies.storage ?? new DiskStorage({ dir: options.dataDir }),
            mailer: mailer ?? smtp(options),
            jobQueue,
          },
          search: { index: searchIndex },
          pages: { ...project.pages, slugs },
          revisions: project.revisions,
          ...(project.media ? { media: project.media } : {}),
          users: { tokenSecrets: options.secrets, editorUrl: `${publicUrl(options)}/editor` },
          delivery: {
            ...project.delivery,
            headers: { ...dataHeaders(options.publicUrl), ...project.delivery?.headers },
            ...(options.publicUrl ? { baseUrl: options.publicUrl } : {}),
            ...(options.corsOrigins.length > 0 ? { cors: options.corsOrigins } : {}),
            ...(megabytes === null ? {} : { cacheBytes: megabytes * MEGABYTE }),
          },
          preview: { ...project.preview, ...(options.previewUrl ? { url: options.previewUrl } : {}) },
        }),
        ProjectModule.with(project),
        WagtailImportModule,
      ],
    };
  }
}
