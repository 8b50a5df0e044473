import type { Project } from '@pipit/cms';
import { migrations } from './migrations/index.js';
import { models } from './models/index.js';
import { Announcement, Person, types } from './types/index.js';

export { loadDemo } from './load/load-demo.js';
export { Subscriber } from './models/index.js';
export * from './types/index.js';

/** The demo site: a mountain railway, a garden, and the people who look after both. */
export const demo: Project = {
  name: 'demo',
  types,
  models,
  delivery: {
    i18n: true,
    prefixedLocales: ['de'],
    // The frontend shows a form where a page asks for a password.
    announcePrivate: true,
    // The frontend shows whole albums, and people whom blocks name by their id.
    imageFields: ['collection'],
    snippetEndpoints: { people: Person, announcements: Announcement },
  },
  // What its pages show of pictures.
  media: { crops: { hero: '16:9', card: '4:3', portrait: '4:5' } },
  migrations,
  migrationsDir: 'apps/demo/src/migrations',
};
