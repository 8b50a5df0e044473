import type { ContentType } from '@pipit/content-types';
import { refuseOthers, type Summary } from './summary.js';

/** The types of snippets that readers may list, with the addresses of their lists. */
export function snippetTypes(types: readonly ContentType[]): Summary {
  return async (query, { baseUrl, models }) => {
    refuseOthers(query, []);
    const items = types.map(({ name, labelPlural }) => {
      const type = models.typeName(name);
      return { type, label: labelPlural, list_url: `${baseUrl}/api/v2/snippets/${type}/` };
    });
    return Promise.resolve({ meta: { total_count: items.length }, items });
  };
}
