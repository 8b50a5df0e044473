import type { DynamicModule, Type } from '@nestjs/common';
import type { DeliveryOptions } from '@pipit/delivery';
import type { MigrationClass } from '@pipit/migrator';
import type { ModelDeclaration } from '@pipit/models';

/** What makes a site out of Pipit: its declared types and the migrations of their tables. */
export interface Project {
  /** Lower case, used in messages and as the default name of migrations. */
  readonly name: string;
  /** Types of pages, snippets and settings; child item types follow from them. */
  readonly types: readonly object[];
  /** Plain entities under management: `[manage(Subscriber)]`. Their tables belong to the project's migrations. */
  readonly models?: readonly ModelDeclaration[];
  /** Plugins: ordinary Nest modules with listeners, hooks, controllers of their own. */
  readonly modules?: readonly (Type | DynamicModule)[];
  /** How the content API behaves; see {@link DeliveryOptions} for what holds otherwise. */
  readonly delivery?: Partial<DeliveryOptions>;
  /** TypeORM migrations of the types' tables, oldest first. */
  readonly migrations: readonly MigrationClass[];
  /** Folder of their sources, relative to the repository; `makemigrations` writes there. */
  readonly migrationsDir: string;
}
