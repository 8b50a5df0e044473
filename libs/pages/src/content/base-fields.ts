import {
  booleanKind,
  charKind,
  panelsOf,
  slugKind,
  textAreaKind,
  type ContentNode,
  type ContentType,
  type FieldKind,
  type JsonObject,
  type NodeOptions,
  type Siblings,
  type TabsOfBase,
} from '@pipit/content-types';

/** What editors fill in on every page, whatever its type. */
export const BASE_FIELDS: readonly ContentNode[] = [
  field('title', charKind, { label: 'Title', required: true, maxLength: 255 }),
  field('slug', slugKind, { label: 'Address', help: 'The last part of the page’s address.', maxLength: 255 }),
  field('seoTitle', charKind, {
    label: 'Title for search engines',
    help: 'Shown in search results and browser tabs.',
    maxLength: 255,
  }),
  field('searchDescription', textAreaKind, {
    label: 'Description for search engines',
    help: 'One or two sentences below the title in search results.',
  }),
  field('showInMenus', booleanKind, { label: 'Show in menus', help: 'Sites may list the page in their navigation.' }),
];

/** All values of a page beside each other, as conditions speak of them. */
export function pageSiblings(
  type: ContentType,
  { base, fields }: { readonly base: JsonObject; readonly fields: JsonObject },
): Siblings {
  return { nodes: [...BASE_FIELDS, ...type.fields], values: { ...base, ...fields }, panels: panelsOf(type) };
}

/** Where the base fields stand in the editing form. */
export const BASE_TABS: TabsOfBase = {
  first: ['title', 'slug'],
  further: { 'Search and sharing': ['seoTitle', 'searchDescription'], Settings: ['showInMenus'] },
};

function field<O extends NodeOptions>(name: string, kind: FieldKind<O>, options: O): ContentNode {
  return { name, kind: kind as unknown as FieldKind, options };
}
