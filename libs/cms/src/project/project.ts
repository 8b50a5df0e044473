import type { DynamicModule, Type } from '@nestjs/common';
import type { DeliveryOptions } from '@pipit/delivery';
import type { MediaOptions } from '@pipit/media';
import type { MigrationClass } from '@pipit/migrator';
import type { ModelDeclaration } from '@pipit/models';
import type { PagesOptions } from '@pipit/pages';
import type { PreviewOptions } from '@pipit/preview';
import type { RevisionsOptions } from '@pipit/revisions';
import type { Plugin } from './plugin.js';
import type { Strategies } from './strategies.js';

/** What makes a site out of Pipit: its declared types and the migrations of their tables. */
export interface Project {
  /** Lower case, used in messages and as the default name of migrations. */
  readonly name: string;
  /** Types of pages, snippets and settings; child item types follow from them. */
  readonly types: readonly object[];
  /** Plain entities under management: `[manage(Subscriber)]`. Their tables belong to the project's migrations. */
  readonly models?: readonly ModelDeclaration[];
  /** Plugins with types, migrations, routes and commands of their own. */
  readonly plugins?: readonly Plugin[];
  /** What stands in for ports of Pipit, such as the mailer. Goes before what plugins bring. */
  readonly strategies?: Strategies;
  /** The project's own Nest modules: listeners, hooks, controllers. */
  readonly modules?: readonly (Type | DynamicModule)[];
  /** How the page tree behaves: how long the trash keeps pages, whether the trees of all languages are kept alike. */
  readonly pages?: Pick<PagesOptions, 'trash' | 'translations'>;
  /** How drafts behave: whether locks hold those who set them. */
  readonly revisions?: RevisionsOptions;
  /** How the content API behaves; see {@link DeliveryOptions} for what holds otherwise. */
  readonly delivery?: Partial<DeliveryOptions>;
  /** Limits of uploads, and the ratios images are cropped to: `{ crops: { hero: '16:9' } }`. */
  readonly media?: Partial<MediaOptions>;
  /** Where drafts are shown; by default at `/preview/` of a page's site. */
  readonly preview?: PreviewOptions;
  /** TypeORM migrations of the types' tables, oldest first. */
  readonly migrations: readonly MigrationClass[];
  /** Folder of their sources, relative to the repository; `makemigrations` writes there. */
  readonly migrationsDir: string;
}
