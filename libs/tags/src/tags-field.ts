import { defineFieldKind, fieldDecorator, type FieldOptions, type Json, type NodeOptions } from '@pipit/content-types';
import { compareNames, MAX_TAG_NAME, normaliseTagNames } from './tag-names.js';
import { TagStore } from './tag-store.js';
import { Tag } from './tag.entity.js';

/** Options of a tags field. */
export interface TagsOptions extends NodeOptions {
  /** Editors may write tags that do not exist yet; default true. */
  readonly freeform?: boolean;
}

// Has no state of its own; a kind is declared before any module exists that could provide one.
const tags = new TagStore();

/** Tags of one thing. JSON: their names, sorted. Names without a tag are made into one on save, see {@link TagStore}. */
export const tagsKind = defineFieldKind<TagsOptions>({
  name: 'tags',
  storage: () => ({
    type: 'manyToMany',
    target: () => Tag,
    by: 'name',
    resolve: async (manager, names) => (await tags.findOrCreate(manager, namesIn([...names]))).map(({ id }) => id),
  }),
  emptyValue: () => [],
  jsonSchema: () => ({
    type: 'array',
    maxItems: 100,
    items: { type: 'string', minLength: 1, maxLength: MAX_TAG_NAME },
  }),
  normalise: (value) => normaliseTagNames(namesIn(value)),
  searchText: (value) => namesIn(value).join(' '),
  describeOptions: ({ freeform }) => ({ freeform: freeform ?? true }),
});

/** Tags on a type; the property holds the {@link Tag}s. */
export const TagField = (options: TagsOptions & FieldOptions = {}) =>
  fieldDecorator<Tag[], TagsOptions>(tagsKind, options);

/** The JSON value of loaded tags. */
export function tagNamesOf(found: readonly Tag[]): string[] {
  return found.map(({ name }) => name).sort(compareNames);
}

function namesIn(value: Json): string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}
