import { demosite } from '../demosite/index.js';
import type { SiteDefinition } from '../site-definition.js';

/** The types of demosite, served in two languages. */
export const demositeExtra: SiteDefinition = {
  ...demosite,
  name: 'demosite-extra',
  delivery: { ...demosite.delivery, i18n: true, prefixedLocales: ['fr'] },
};

export default demositeExtra;
