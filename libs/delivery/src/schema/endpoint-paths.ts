import { RICH_TEXT_FORMATS, type JsonSchema } from '@pipit/content-types';
import { OPERATORS } from '../grammar/filter-parameters.js';

/** What an endpoint prints. */
export interface EndpointSchemas {
  readonly listed: JsonSchema;
  readonly detail: JsonSchema;
  /** Fields all its objects can be filtered by. */
  readonly filters: readonly string[];
}

export const FIELDS = parameter('fields', 'What to print: `*`, `_`, names, `-name`, `name(inner,…)`.');
const FILTER = {
  name: 'filter',
  in: 'query',
  required: false,
  style: 'deepObject',
  description:
    `\`filter[field][operator]=value\`, through relations \`filter[author.name][contains]=…\`. Operators: ${operatorList()}. ` +
    'Of conditions `filter[or][0][field][operator]`, `filter[or][1]…` those of one number have to hold.',
  schema: {
    type: 'object',
    additionalProperties: { type: 'object', propertyNames: { enum: Object.keys(OPERATORS) } },
    properties: { or: { type: 'object' } },
  },
};
export const SHOWN = [
  FIELDS,
  parameter('include', 'Relations whose objects are shown whole: `authors.image,parent`.'),
  parameter('renditions', 'Renditions of every image, by names of yours: `hero:fill-1200x600`, or a declared name.'),
  parameter('renditions_signature', 'Allows renditions that no type declares, by `renditions:sign`.'),
  parameter('rich_text_format', 'The form of rich text.', { enum: [...RICH_TEXT_FORMATS] }),
];
const LISTING = [
  ...SHOWN,
  FILTER,
  parameter('limit', 'Objects of one page.', { type: 'integer', minimum: 0 }),
  parameter('offset', 'Objects to pass over.', { type: 'integer', minimum: 0 }),
  parameter('cursor', 'Empty: the first part of a listing that is followed by `meta.next`; else a cursor.'),
  parameter('order', 'A field, `-field` for the other way, or `random`.'),
  parameter('search', 'Words to look for.'),
  parameter('search_operator', 'Whether all words count.', { enum: ['and', 'or'] }),
];
const PAGES = [
  parameter('type', 'One page type or several, separated by commas.'),
  parameter('child_of', 'The id of the parent, or `root`.'),
  parameter('descendant_of', 'The id of a page above, or `root`.'),
  parameter('ancestor_of', 'The id of a page below.', { type: 'integer' }),
  parameter('translation_of', 'The id of a page in another language.', { type: 'integer' }),
  parameter('locale', 'The code of a language, or several, the best first: each page in the first it is there in.'),
  parameter('fallback', 'With `locale`: also the languages that readers get instead of it.', {
    enum: ['true', 'false'],
  }),
  parameter('site', 'A host name, with its port where it is needed.'),
];

/** The paths of one endpoint: list, find, detail. */
export function endpointPaths(name: string, { listed, detail, filters }: EndpointSchemas): Record<string, unknown> {
  const known = [...LISTING, ...(name === 'pages' ? PAGES : [])];
  const named = new Set(known.map((each) => each.name));
  const byField = filters.filter((field) => !named.has(field)).map((field) => parameter(field, 'Only equal ones.'));
  const root = `/api/v2/${name}/`;
  const operation = name.replace(/[^A-Za-z0-9]+/g, '_');
  return {
    [root]: {
      get: {
        operationId: `list_${operation}`,
        summary: `List ${name}`,
        parameters: [...known, ...byField],
        responses: { 200: json('One page of the list.', listing(listed)), 400: ERROR },
      },
    },
    [`${root}find/`]: {
      get: {
        operationId: `find_${operation}`,
        summary: 'Find one by its id or address',
        parameters: [
          parameter('id', 'Its id.', { type: 'integer' }),
          parameter('html_path', 'Its path on the site.'),
          ...(name === 'redirects' ? [RESOLVE] : []),
        ],
        responses: {
          ...(name === 'redirects' ? { 200: json('Where the address leads.', RESOLVED) } : {}),
          302: { description: 'To its detail, with all other parameters.' },
          404: ERROR,
        },
      },
    },
    [`${root}{id}/`]: {
      get: {
        operationId: `get_${operation}`,
        summary: 'Show one',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }, ...SHOWN],
        responses: { 200: json('The object.', detail), 400: ERROR, 404: ERROR },
      },
    },
  };
}

const RESOLVE = parameter(
  'resolve',
  'Answer where the address leads, by a redirect or as a page had it before; spellings of it count as one.',
  { enum: ['true'] },
);
const RESOLVED: JsonSchema = {
  type: 'object',
  properties: {
    old_path: { type: 'string' },
    location: { type: 'string', description: 'A path on the site or a whole address.' },
    is_permanent: { type: 'boolean', description: '301, else 302.' },
  },
  required: ['old_path', 'location', 'is_permanent'],
};
export const ERROR = json('What is wrong.', { $ref: '#/components/schemas/ApiError' });

export function listing(items: JsonSchema): JsonSchema {
  return {
    type: 'object',
    properties: {
      meta: {
        type: 'object',
        properties: {
          total_count: { type: 'integer', description: 'How many there are in all; not with `cursor`.' },
          next: { type: ['string', 'null'], description: 'With `cursor`: where the next part is.' },
          prev: { type: ['string', 'null'], description: 'With `cursor`: where the part before is.' },
        },
      },
      items: { type: 'array', items },
    },
    required: ['meta', 'items'],
  };
}

function operatorList(): string {
  return Object.entries(OPERATORS)
    .map(([name, meaning]) => `\`${name}\` ${meaning}`)
    .join('; ');
}

export function parameter(name: string, description: string, schema: JsonSchema = { type: 'string' }) {
  return { name, in: 'query', required: false, description, schema };
}

export function json(description: string, schema: JsonSchema) {
  return { description, content: { 'application/json': { schema } } };
}
