import type { DynamicModule, Type } from '@nestjs/common';
import type { ModelDeclaration } from '@pipit/models';
import type { MigrationClass } from '@pipit/migrator';
import type { Strategies } from './strategies.js';

/**
 * A plugin: an ordinary Nest module, and what has to be known before Nest starts. Its providers are found by their
 * decorators: `@Hook`, `@OnEvent`, `@JobHandler`, `@BulkAction`, `@StartupCheck`, `@CliCommand`.
 */
export interface Plugin {
  /**
   * Lower-case letters, digits and hyphens. Its commands begin with `name:`, its routes with `api/x/name` or, for the
   * editor, `api/admin/v1/x/name`.
   */
  readonly name: string;
  /** Its providers and controllers. */
  readonly module: Type | DynamicModule;
  /** Types of pages, snippets and settings; child item types follow from them. */
  readonly types?: readonly object[];
  /** Plain entities under management. */
  readonly models?: readonly ModelDeclaration[];
  /** Further TypeORM entities: tables for its own use, which nobody manages. */
  readonly entities?: readonly Type[];
  /** TypeORM migrations of its tables, oldest first. */
  readonly migrations?: readonly MigrationClass[];
  /** Folder of their sources, relative to the repository; `makemigrations` writes there. */
  readonly migrationsDir?: string;
  /** Stands in for ports of Pipit, unless the project says otherwise. */
  readonly strategies?: Strategies;
}
