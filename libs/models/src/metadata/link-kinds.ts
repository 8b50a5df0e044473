import {
  MAX_ID,
  declarationOf,
  defineFieldKind,
  isDeclared,
  normaliseEntityId,
  type EntityId,
  type Json,
  type NodeOptions,
} from '@pipit/content-types';

/** Options of links that an entity's relations amount to. */
export interface RelationOptions extends NodeOptions {
  /** The entity the relation points at, lazily, because files import each other. */
  readonly target: () => object;
}

const KEY_SCHEMA = {
  anyOf: [
    { type: 'integer', minimum: -MAX_ID - 1, maximum: Number.MAX_SAFE_INTEGER },
    { type: 'string', minLength: 1, maxLength: 255 },
  ],
};

/** The name of a target's type; null for entities nobody manages, of which there is nothing to choose from. */
const modelOf = ({ target }: RelationOptions): string | null => {
  const type = target();
  return isDeclared(type) ? declarationOf(type).name : null;
};

const referencesTo = (options: RelationOptions, ids: readonly Json[]) => {
  const targetType = modelOf(options);
  return targetType === null
    ? []
    : ids.filter(isKey).map((id) => ({ targetType, id: normaliseEntityId(options.target(), id) as EntityId }));
};

const isKey = (id: Json): id is EntityId => typeof id === 'number' || (typeof id === 'string' && id !== '');

/** A row of another entity, by its key. */
export const relationKind = defineFieldKind<RelationOptions>({
  name: 'entityLink',
  storage: ({ target }) => ({ type: 'relation', target, onDelete: 'RESTRICT' }),
  emptyValue: () => null,
  isEmpty: (value) => value === null || value === '',
  jsonSchema: () => ({ anyOf: [...KEY_SCHEMA.anyOf, { type: 'null' }] }),
  normalise: (value, { target }) => (value === '' ? null : normaliseEntityId(target(), value)),
  references: (value, options) => referencesTo(options, [value]),
  describeOptions: (options) => ({ model: modelOf(options) }),
});

/** Rows of another entity, by their keys: many to many. */
export const relationsKind = defineFieldKind<RelationOptions>({
  name: 'entityLinks',
  storage: ({ target }) => ({ type: 'manyToMany', target }),
  emptyValue: () => [],
  jsonSchema: () => ({ type: 'array', items: KEY_SCHEMA, uniqueItems: true, maxItems: 1000 }),
  normalise: (value, { target }) => (Array.isArray(value) ? value.map((id) => normaliseEntityId(target(), id)) : value),
  references: (value, options) => referencesTo(options, Array.isArray(value) ? value : []),
  describeOptions: (options) => ({ model: modelOf(options) }),
});
