import { manage, type Project } from '@pipit/cms';
import { migrations } from './migrations/index.js';
import { CataloguePluginModule } from './plugin/catalogue-plugin.module.js';
import { BlockCatalogue } from './types/block-catalogue.js';
import { CatalogueHome } from './types/catalogue-home.js';
import { ConditionCatalogue } from './types/condition-catalogue.js';
import { FieldCatalogue } from './types/field-catalogue.js';
import { PanelCatalogue } from './types/panel-catalogue.js';
import { Hut, Peak, Valley } from './types/places.js';
import { PluginCatalogue } from './types/plugin-catalogue.js';
import { Topic } from './types/topic.js';

/** A site with a field of every kind and a panel of every sort. */
export const catalogue: Project = {
  name: 'catalogue',
  types: [CatalogueHome, BlockCatalogue, FieldCatalogue, PanelCatalogue, ConditionCatalogue, PluginCatalogue, Topic],
  models: [manage(Hut, { app: 'catalogue' }), manage(Valley, { app: 'catalogue' }), manage(Peak, { app: 'catalogue' })],
  modules: [CataloguePluginModule],
  migrations,
  migrationsDir: 'test/sites/catalogue/migrations',
};

export default catalogue;
