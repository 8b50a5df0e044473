/** Tags and the field kind for them. */
export { FindTagNames } from './queries/find-tag-names.js';
export { Tag } from './tag.entity.js';
export { TagField, tagNamesOf, tagsKind, type TagsOptions } from './tags-field.js';
export { normaliseTagNames } from './tag-names.js';
export { TagStore } from './tag-store.js';
export { TagsModule } from './tags.module.js';
