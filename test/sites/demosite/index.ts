import { AS_RECORDED, type SiteDefinition } from '../site-definition.js';
import { BlogEntryPage, BlogIndexPage } from './blog-pages.js';
import { EventIndexPage, EventPage } from './event-pages.js';
import { importMapping } from './import-mapping.js';
import { ContactPage, FormPage, PersonPage } from './people-pages.js';
import { HomePage, StandardIndexPage, StandardPage } from './standard-pages.js';
import { migrations } from './migrations/index.js';

/** The site of Wagtail's API tests. */
export const demosite: SiteDefinition = {
  name: 'demosite',
  types: [
    HomePage,
    StandardPage,
    StandardIndexPage,
    BlogEntryPage,
    BlogIndexPage,
    EventPage,
    EventIndexPage,
    PersonPage,
    ContactPage,
    FormPage,
  ],
  delivery: AS_RECORDED,
  importMapping,
  migrations,
  migrationsDir: 'test/sites/demosite/migrations',
};

export default demosite;
