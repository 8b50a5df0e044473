import { AS_RECORDED, type SiteDefinition } from '../site-definition.js';
import { FormPage, GalleryPage, HomePage, StandardPage } from './base-pages.js';
import { FooterText, Person } from './base-snippets.js';
import { BlogIndexPage, BlogPage } from './blog.js';
import { BreadIngredient, BreadPage, BreadsIndexPage, BreadType, Country } from './breads.js';
import { importMapping } from './import-mapping.js';
import { LocationPage, LocationsIndexPage } from './locations.js';
import { PeopleIndexPage, PersonPage } from './people.js';
import { RecipeIndexPage, RecipePage } from './recipes.js';
import { migrations } from './migrations/index.js';

/** The bakery. */
export const bakerydemo: SiteDefinition = {
  name: 'bakerydemo',
  types: [
    HomePage,
    StandardPage,
    GalleryPage,
    FormPage,
    BlogPage,
    BlogIndexPage,
    BreadPage,
    BreadsIndexPage,
    LocationPage,
    LocationsIndexPage,
    PersonPage,
    PeopleIndexPage,
    RecipePage,
    RecipeIndexPage,
    Person,
    FooterText,
    Country,
    BreadIngredient,
    BreadType,
  ],
  delivery: { ...AS_RECORDED, i18n: true, imageFields: ['collection'], snippetEndpoints: { persons: Person } },
  importMapping,
  migrations,
  migrationsDir: 'test/sites/bakerydemo/migrations',
};

export default bakerydemo;
