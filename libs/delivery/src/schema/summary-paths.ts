import type { JsonSchema } from '@pipit/content-types';
import { ERROR, FIELDS, json, listing, parameter, SHOWN } from './endpoint-paths.js';

const SITE = parameter('site', 'A host name, with its port where it is needed.');

/** A page in a menu, with those below it. */
export const NAVIGATION_PAGE: JsonSchema = {
  title: 'Page in a menu',
  type: 'object',
  properties: {
    id: { type: 'integer' },
    meta: {
      type: 'object',
      properties: {
        type: { type: 'string' },
        detail_url: { type: 'string' },
        html_url: { type: ['string', 'null'] },
        slug: { type: 'string' },
      },
    },
    title: { type: 'string' },
    children: { type: 'array', items: { $ref: '#/components/schemas/NavigationPage' } },
  },
  required: ['children'],
};

/** The path of the pages in menus. */
export function navigationPath(): Record<string, unknown> {
  const items: JsonSchema = { type: 'array', items: { $ref: '#/components/schemas/NavigationPage' } };
  return get('/api/v2/navigation/', 'navigation', 'The pages of a site that are in menus, as a tree', [
    parameter('depth', 'Levels below the root of the site; default 2.', { type: 'integer', minimum: 1, maximum: 10 }),
    parameter('locale', 'The code of the language whose tree it is; default that of the site.'),
    SITE,
    ...SHOWN,
  ], { type: 'object', properties: { items }, required: ['items'] }); // prettier-ignore
}

/** The paths of settings: one for all, one for each type. */
export function settingsPaths(types: readonly { readonly name: string; readonly schema: JsonSchema }[]) {
  if (types.length === 0) return {};
  const shown = SHOWN.filter(({ name }) => name !== 'include' && name !== FIELDS.name);
  const all = listing({ anyOf: types.map(({ schema }) => schema) });
  return Object.assign(
    get('/api/v2/settings/', 'settings', 'All settings of a site that are public', [SITE, ...shown], all),
    ...types.map(({ name, schema }) =>
      get(`/api/v2/settings/${name}/`, `settings_${name.replaceAll('.', '_')}`, 'Settings', [SITE, ...SHOWN], schema),
    ),
  ) as Record<string, unknown>;
}

/** The path that lists types of snippets. */
export function snippetTypesPath(): Record<string, unknown> {
  const text: JsonSchema = { type: 'string' };
  const type: JsonSchema = {
    type: 'object',
    properties: { type: text, label: text, list_url: text },
    required: ['type', 'label', 'list_url'],
  };
  return get('/api/v2/snippets/', 'snippet_types', 'The types of snippets that are public', [], listing(type));
}

function get(path: string, operationId: string, summary: string, parameters: readonly object[], schema: JsonSchema) {
  const responses = { 200: json(summary, schema), 400: ERROR };
  return { [path]: { get: { operationId, summary, parameters, responses } } };
}
