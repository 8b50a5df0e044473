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

/** The path of the search across types. `results`: all that may be found, as listings print it. */
export function searchPath(results: readonly JsonSchema[]): Record<string, unknown> {
  const text: JsonSchema = { type: 'string' };
  const highlight: JsonSchema = {
    description: 'HTML with <mark> around what was found, everything else escaped.',
    type: 'object',
    properties: { title: text, text: { type: 'array', items: text } },
    required: ['title', 'text'],
  };
  const facet: JsonSchema = {
    type: 'array',
    items: { type: 'object', properties: { value: text, count: { type: 'integer' } }, required: ['value', 'count'] },
  };
  const found: JsonSchema = {
    allOf: [{ anyOf: [...results] }, { type: 'object', properties: { highlight }, required: ['highlight'] }],
  };
  const schema: JsonSchema = {
    type: 'object',
    properties: {
      meta: {
        type: 'object',
        properties: {
          total_count: { type: 'integer' },
          approximate: { type: 'boolean', description: 'Nothing has the words; these have some that look like them.' },
        },
        required: ['total_count', 'approximate'],
      },
      facets: { type: 'object', properties: { type: facet, locale: facet }, required: ['type', 'locale'] },
      items: { type: 'array', items: found },
    },
    required: ['meta', 'facets', 'items'],
  };
  const shown = SHOWN.filter(({ name }) => name !== 'include' && name !== FIELDS.name);
  return get('/api/v2/search/', 'search', 'Search everything', [
    parameter('search', 'Words, beginnings of words, "phrases", -what may not be there.'),
    parameter('search_operator', 'Whether all words count.', { enum: ['and', 'or'] }),
    parameter('type', 'Types, separated by commas: of pages, images, documents, snippets with an endpoint.'),
    parameter('locale', 'The code of a language; what has no language is found in all.'),
    SITE,
    parameter('limit', 'Objects of one page.', { type: 'integer', minimum: 0 }),
    parameter('offset', 'Objects to pass over.', { type: 'integer', minimum: 0 }),
    ...shown,
  ], schema); // prettier-ignore
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
