import { defineFieldKind, fieldDecorator, type FieldOptions, type Json, type NodeOptions } from '@pipit/content-types';
import { compareNames, MAX_TAG_NAME, normaliseTagNames } from './tag-names.js';
import { Tag } from './tag.entity.js';

/** Options of a tags field. */
export interface TagsOptions extends NodeOptions {
  /** Editors may write tags that do not exist yet; default true. */
  readonly freeform?: boolean;
}

/** Tags of one thing. JSON: their names, sorted. Names without a tag are made into one on save, see {@link TagStore}. */
export const tagsKind = defineFieldKind<TagsOptions>({
  name: 'tags',
  storage: () => ({ type: 'manyToMany', target: () => Tag, by: 'name' }),
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
export const TagField = (options: TagsOptions & FieldOptions = {}) => fieldDecorator<Tag[], TagsOptions>(tagsKind, options);

/** The JSON value of loaded tags. */
export function tagNamesOf(tags: readonly Tag[]): string[] {
  return tags.map(({ name }) => name).sort(compareNames);
}

function namesIn(value: Json): string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}
