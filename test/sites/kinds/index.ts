import { AS_RECORDED, type SiteDefinition } from '../site-definition.js';
import { importMapping } from './import-mapping.js';
import { KindsIndexPage, KindsPage } from './kinds-page.js';
import { Topic } from './topic.js';
import { migrations } from './migrations/index.js';

/** A site with a field and a block of every kind. */
export const kinds: SiteDefinition = {
  name: 'kinds',
  types: [KindsIndexPage, KindsPage, Topic],
  delivery: AS_RECORDED,
  importMapping,
  migrations,
  migrationsDir: 'test/sites/kinds/migrations',
};

export default kinds;
