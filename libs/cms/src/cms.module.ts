import { Inject, Module, type DynamicModule, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule, findPermission } from '@pipit/access';
import { AuditModule } from '@pipit/audit';
import { BulkModule } from '@pipit/bulk';
import {
  ContentTypes,
  ContentTypesModule,
  STARTUP_CHECK,
  entitiesOf,
  orderedJoinsOf,
  type ContentType,
  type DeclarationProblem,
} from '@pipit/content-types';
import { DeliveryModule, type DeliveryOptions } from '@pipit/delivery';
import { DiscoveredMethods, KernelModule, type KernelOptions } from '@pipit/kernel';
import { LocalesModule } from '@pipit/locales';
import { MediaModule, type MediaOptions } from '@pipit/media';
import { ModelsModule, declareModel, type ModelDeclaration } from '@pipit/models';
import { PagesModule, type PagesOptions } from '@pipit/pages';
import { PreviewModule, type PreviewOptions } from '@pipit/preview';
import { RecordsModule } from '@pipit/records';
import { ReferencesModule } from '@pipit/references';
import { ReportsModule } from '@pipit/reports';
import { RevisionsModule, type RevisionsOptions } from '@pipit/revisions';
import { SearchModule, type SearchOptions } from '@pipit/search';
import { SettingsModule } from '@pipit/settings';
import { SnippetsModule } from '@pipit/snippets';
import { TagsModule } from '@pipit/tags';
import { UsersModule, type UsersOptions } from '@pipit/users';
import { SetAvatar } from './avatars/avatar-actions.js';
import { AvatarsController } from './avatars/avatars.controller.js';
import { UserAvatar } from './avatars/user-avatar.entity.js';
import { BaseData } from './base-data.js';
import { ContentRefresh } from './database/content-refresh.js';
import { SearchUpkeep } from './database/search-upkeep.js';
import { ReferenceUpkeep } from './database/reference-upkeep.js';
import { Migrations } from './database/migrations.js';
import { SchemaComparison } from './database/schema-comparison.js';
import { EditorExtensionsModule } from './editor/editor-extensions.module.js';
import { ContentTypesController } from './http/content-types.controller.js';
import { HealthController } from './http/health.controller.js';
import { JobsController } from './http/jobs.controller.js';

/** What a project has to say about itself to run Pipit. */
export interface CmsOptions {
  readonly kernel: KernelOptions;
  readonly users: UsersOptions;
  readonly media?: Partial<MediaOptions>;
  readonly search?: SearchOptions;
  readonly pages?: PagesOptions;
  readonly revisions?: RevisionsOptions;
  readonly delivery?: Partial<DeliveryOptions>;
  readonly preview?: PreviewOptions;
}

const FEATURE = Symbol('pipit:feature-types');

/** Registers the types of one `forFeature` before the registry freezes. */
@Module({})
class FeatureModule implements OnModuleInit {
  constructor(
    @Inject(FEATURE) private readonly types: readonly object[],
    private readonly registry: ContentTypes,
  ) {}

  onModuleInit(): void {
    this.registry.add(this.types);
  }
}

/** The one module a project imports: `forRoot` once, `forFeature` for each group of types. */
@Module({})
export class CmsModule implements OnApplicationBootstrap {
  constructor(
    private readonly registry: ContentTypes,
    private readonly methods: DiscoveredMethods,
  ) {}

  /** Everything Pipit is. The application adds `TypeOrmModule.forRoot` with {@link dataSourceOptions}. */
  static forRoot(options: CmsOptions): DynamicModule {
    return {
      module: CmsModule,
      imports: [
        KernelModule.forRoot(options.kernel),
        ContentTypesModule,
        AccessModule,
        UsersModule.forRoot(options.users),
        AuditModule,
        BulkModule,
        LocalesModule,
        TagsModule,
        ReferencesModule,
        SearchModule.forRoot(options.search),
        RevisionsModule.forRoot(options.revisions),
        MediaModule.forRoot(options.media),
        PagesModule.forRoot({ addresses: options.delivery ?? {}, ...options.pages }),
        RecordsModule,
        SnippetsModule,
        ReportsModule,
        SettingsModule,
        ModelsModule,
        PreviewModule.forRoot(options.preview),
        DeliveryModule.forRoot(options.delivery),
        EditorExtensionsModule,
        TypeOrmModule.forFeature([UserAvatar]),
      ],
      controllers: [AvatarsController, ContentTypesController, HealthController, JobsController],
      providers: [SetAvatar, ContentRefresh, ReferenceUpkeep, SearchUpkeep, Migrations, SchemaComparison, BaseData],
      exports: [Migrations, SchemaComparison, BaseData],
    };
  }

  /** Brings types of pages, snippets and settings into the application: `imports: [CmsModule.forFeature([BlogPost])]`. */
  static forFeature(types: readonly object[]): DynamicModule {
    const entities = entitiesOf(types);
    const tables = [...entities, ...orderedJoinsOf(entities)];
    return {
      module: FeatureModule,
      imports: [TypeOrmModule.forFeature(tables as never)],
      providers: [{ provide: FEATURE, useValue: entities }],
    };
  }

  /** Puts plain entities under management: `imports: [CmsModule.forModels([manage(Subscriber)])]`. */
  static forModels(models: readonly ModelDeclaration[]): DynamicModule {
    models.forEach(declareModel);
    const entities = models.map(({ target }) => target);
    return {
      module: FeatureModule,
      imports: [TypeOrmModule.forFeature(entities as never)],
      providers: [{ provide: FEATURE, useValue: entities }],
    };
  }

  /** Checks all declarations together, asks plugins for what they find wrong, and closes the registry. */
  async onApplicationBootstrap(): Promise<void> {
    const checks = this.methods.withMetadata<true>(STARTUP_CHECK);
    const found = await Promise.all(checks.map((check) => check.call() as Promise<readonly DeclarationProblem[]>));
    this.registry.freeze([...found.flat(), ...this.registry.all().flatMap(unknownPermissions)]);
  }
}

/** Fields that nobody could be allowed to see. */
function unknownPermissions({ name, fields }: ContentType): DeclarationProblem[] {
  return fields
    .filter(({ options: { permission } }) => permission !== undefined && findPermission(permission) === null)
    .map((field) => ({
      id: 'content-types.E029',
      message: `${name}.${field.name} needs the permission “${field.options.permission}”, which nobody defined.`,
      hint: `definePermission({ name: '${field.options.permission}', … }), in a file that is loaded.`,
    }));
}
