import type { Project } from '@pipit/cms';
import { migrations } from './migrations/index.js';
import { types } from './types/index.js';

export { loadDemo } from './load/load-demo.js';
export * from './types/index.js';

/** The demo site: a mountain railway, a garden, and the people who look after both. */
export const demo: Project = {
  name: 'demo',
  types,
  delivery: { i18n: true },
  migrations,
  migrationsDir: 'apps/demo/src/migrations',
};
