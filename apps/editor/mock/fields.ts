import type { Block, ContentType, Field, FieldOptions, Kind, Tab } from '../src/api/types.ts';

interface More extends FieldOptions {
  help?: string;
  required?: boolean | 'to-publish';
  defaultValue?: unknown;
  readOnly?: boolean;
}

const emptyOf: Partial<Record<Kind, unknown>> = {
  boolean: false,
  tags: [],
  snippets: [],
  childItems: [],
  stream: [],
  multipleChoice: [],
  list: [],
  char: '',
  text: '',
  richText: '',
  email: '',
  url: '',
  slug: '',
  choice: '',
  rawHtml: '',
  blockquote: '',
  embed: '',
};

/** A field descriptor with sensible defaults. */
export function field(name: string, kind: Kind, label: string, more: More = {}): Field {
  const { help = '', required = false, defaultValue = emptyOf[kind] ?? null, readOnly = false, ...options } = more;
  return { name, kind, label, help, required, readOnly, defaultValue, options };
}

interface BlockMore extends More {
  icon?: string;
  group?: string;
  description?: string;
}

/** A block descriptor. */
export function block(name: string, kind: Kind, label: string, more: BlockMore = {}): Block {
  const { icon = null, group = null, description = '', ...rest } = more;
  return { ...field(name, kind, label, rest), icon, group, description };
}

const baseFields: Field[] = [
  field('title', 'char', 'Title', { required: true, maxLength: 255 }),
  field('slug', 'slug', 'Address', { required: true, maxLength: 255, help: 'The last part of the page’s address.' }),
  field('seoTitle', 'char', 'Title for search engines', { maxLength: 255, help: 'Empty: the page’s title.' }),
  field('searchDescription', 'text', 'Description', { help: 'Two sentences search engines may show.' }),
  field('showInMenus', 'boolean', 'Show in menus'),
];
const sharingTab: Tab = {
  name: 'Search and sharing',
  panels: [
    { heading: 'Search engines', panels: [{ field: 'slug' }, { field: 'seoTitle' }, { field: 'searchDescription' }] },
    { field: 'showInMenus' },
  ],
};

interface TypeMore {
  icon: string;
  description: string;
  parents?: string[] | null;
  children?: string[] | null;
  maxCount?: number;
  tabs?: Tab[];
}

/** A page type with the base fields and the sharing tab added. */
export function pageType(
  name: string,
  label: string,
  labelPlural: string,
  fields: Field[],
  more: TypeMore,
): ContentType {
  const content: Tab = {
    name: 'Content',
    panels: [{ field: 'title' }, ...fields.map((item) => ({ field: item.name }))],
  };
  return {
    name,
    category: 'page',
    label,
    labelPlural,
    icon: more.icon,
    description: more.description,
    can: { create: true },
    fields: [...baseFields, ...fields],
    tabs: [...(more.tabs ?? [content]), sharingTab],
    titleField: 'title',
    rules: {
      parents: more.parents ?? null,
      children: more.children ?? null,
      maxCount: more.maxCount ?? null,
      maxCountPerParent: null,
      creatable: true,
    },
  };
}

/** A snippet type with one tab. */
export function snippetType(
  name: string,
  label: string,
  labelPlural: string,
  titleField: string,
  fields: Field[],
  icon: string,
  description: string,
): ContentType {
  return {
    name,
    category: 'snippet',
    label,
    labelPlural,
    icon,
    description,
    can: { create: true },
    fields,
    tabs: [{ name: 'Content', panels: fields.map((item) => ({ field: item.name })) }],
    titleField,
    rules: { parents: null, children: null, maxCount: null, maxCountPerParent: null, creatable: true },
  };
}
