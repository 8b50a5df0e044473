import { isJsonObject, type Json, type JsonObject, type JsonSchema } from '../content/json.js';
import { MAX_ID, defineFieldKind, type Fault, type NodeOptions, type Reference } from './field-kind.js';

/** Where a link may lead. */
export const LINK_TYPES = ['page', 'url', 'email', 'phone', 'anchor', 'document'] as const;

/** One of them. */
export type LinkType = (typeof LINK_TYPES)[number];

/** A link of any sort; `type` says which members there are. */
export type LinkValue = { readonly text?: string; readonly newTab?: boolean } & (
  | { readonly type: 'page'; readonly page: number; readonly anchor?: string }
  | { readonly type: 'url'; readonly url: string }
  | { readonly type: 'email'; readonly email: string; readonly subject?: string }
  | { readonly type: 'phone'; readonly phone: string }
  | { readonly type: 'anchor'; readonly anchor: string }
  | { readonly type: 'document'; readonly document: number }
);

/** Options of links. */
export interface LinkOptions extends NodeOptions {
  /** Where it may lead; default anywhere. */
  readonly allow?: readonly LinkType[];
  /** Asks for the words of the link as well. Default false. */
  readonly text?: boolean;
}

/** Lookups of the content API: where a page or document is found, as text, or null. */
export const ADDRESS_PROVIDER = { page: 'pageAddress', document: 'documentAddress' } as const;

const id = { type: 'integer', minimum: 1, maximum: MAX_ID };
const words = (maxLength: number, minLength = 0) => ({ type: 'string', minLength, maxLength });
const anchor = { ...words(255, 1), pattern: '^[^\\s#]+$' };

/** Members of each type, the required one first. */
const MEMBERS: Readonly<Record<LinkType, Readonly<Record<string, JsonSchema>>>> = {
  page: { page: id, anchor },
  url: { url: words(2000, 1) },
  email: { email: { ...words(254), format: 'email' }, subject: words(255) },
  phone: { phone: { ...words(50, 2), pattern: '^\\+?[0-9][0-9 ().\\-\\/]*$' } },
  anchor: { anchor },
  document: { document: id },
};

/** A link to a page, a document, a web, e-mail or telephone address, or a place on the same page. */
export const linkKind = defineFieldKind<LinkOptions>({
  name: 'link',
  storage: () => ({ type: 'column', column: { type: 'jsonb', nullable: true } }),
  checksTargets: true,
  emptyValue: () => null,
  jsonSchema: ({ allow = LINK_TYPES }) => ({
    type: ['object', 'null'],
    properties: { type: { enum: [...allow] } },
    required: ['type'],
    // One branch at a time, so that a fault is told of the sort of link that was meant.
    allOf: allow.map((type) => ({ if: { properties: { type: { const: type } } }, then: shapeOf(type) })),
  }),
  fullSchema: ({ allow = LINK_TYPES }) => anyOfTypes(allow, {}),
  deliveredSchema: ({ allow = LINK_TYPES }) => anyOfTypes(allow, { href: { type: ['string', 'null'] } }),
  check: (value) => (isJsonObject(value) ? linkFaults(value) : []),
  references: (value) => (isJsonObject(value) ? linkReferences(value) : []),
  searchText: (value) => (isJsonObject(value) && typeof value['text'] === 'string' ? value['text'] : ''),
  describeOptions: ({ allow = LINK_TYPES, text = false }) => ({ allow: [...allow], text }),
  represent: (value, _options, represent) => {
    if (!isJsonObject(value)) return null;
    const target = linkTarget(value);
    const address = target ? represent.lookup(ADDRESS_PROVIDER[target.targetType], target.id) : null;
    return { ...value, href: hrefOf(value, address) };
  },
});

function shapeOf(type: LinkType): JsonSchema {
  const members = MEMBERS[type];
  return {
    properties: { type: {}, ...members, text: words(1000), newTab: { type: 'boolean' } },
    required: Object.keys(members).slice(0, 1),
    additionalProperties: false,
  };
}

/** The same for documents that people and programs read: a union over `type`. */
function anyOfTypes(allow: readonly LinkType[], further: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const links = allow.map((type) => {
    const { properties, required, ...rest } = shapeOf(type) as { properties: object; required: string[] };
    return {
      type: 'object',
      properties: { ...properties, type: { const: type }, ...further },
      required: ['type', ...required, ...Object.keys(further)],
      ...rest,
    };
  });
  return { anyOf: [...links, { type: 'null' }] };
}

function linkFaults(value: JsonObject): Fault[] {
  if (value['type'] !== 'url') return [];
  const address = String(value['url']);
  const isPath = /^\/(?![/\\])/.test(address) && !/[\u0000-\u0020]/.test(address);
  const scheme = URL.canParse(address) ? new URL(address).protocol : '';
  return isPath || ['http:', 'https:', 'ftp:'].includes(scheme)
    ? []
    : [{ path: ['url'], code: 'url', message: 'Not a web address. Start with https:// or with a slash.' }];
}

function linkReferences(value: JsonObject): Reference[] {
  const target = linkTarget(value);
  return target ? [target] : [];
}

function linkTarget(value: JsonObject): { readonly targetType: 'page' | 'document'; readonly id: number } | null {
  const { type } = value;
  if (type !== 'page' && type !== 'document') return null;
  const id = value[type];
  return typeof id === 'number' ? { targetType: type, id } : null;
}

/** What a browser follows; null where there is nothing any more. */
function hrefOf(value: JsonObject, address: Json): string | null {
  const text = (name: string): string => (typeof value[name] === 'string' ? value[name] : '');
  switch (value['type']) {
    case 'url':
      return text('url');
    case 'email': {
      const subject = text('subject');
      return `mailto:${text('email')}${subject === '' ? '' : `?subject=${encodeURIComponent(subject)}`}`;
    }
    case 'phone':
      return `tel:${text('phone').replace(/[^+0-9]/g, '')}`;
    case 'anchor':
      return `#${text('anchor')}`;
    default:
      return typeof address === 'string' ? `${address}${text('anchor') === '' ? '' : `#${text('anchor')}`}` : null;
  }
}
