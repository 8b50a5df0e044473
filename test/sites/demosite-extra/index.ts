import { demosite } from '../demosite/index.js';
import type { SiteDefinition } from '../site-definition.js';

/** The same types with two languages; addresses of French pages begin with `/fr/`. */
export const demositeExtra: SiteDefinition = {
  ...demosite,
  delivery: { ...demosite.delivery, i18n: true, prefixedLocales: ['fr'] },
};

export default demositeExtra;
