import { className, declarationOf, isDeclared } from '../declare/declaration-store.js';
import type { Json } from '../content/json.js';
import { entityIdSchema, isEntityId, normaliseEntityId } from './entity-key.js';
import { defineFieldKind, type NodeOptions, type Reference } from './field-kind.js';

/** Options of links to rows of any class: a snippet type, a managed model, any other entity. */
export interface EntityLinkOptions extends NodeOptions {
  /** The class, lazily, because files import each other. Its primary key is one column: an integer, a bigint, a uuid or text. */
  readonly target: () => object;
  /** What happens to this value when the row is deleted; default `SET NULL`. */
  readonly onDelete?: 'SET NULL' | 'CASCADE' | 'RESTRICT';
}

/** Options of several links. */
export interface EntityLinksOptions extends Omit<EntityLinkOptions, 'onDelete'> {
  /** Links there must be before publishing. */
  readonly min?: number;
  /** Links there may be. */
  readonly max?: number;
  /** The links keep the order they are given in. Without it a field answers them in the order of their keys. */
  readonly ordered?: boolean;
}

/** The name a class has in references and in the content API, declared or not. */
export function entityName(entity: object): string {
  return isDeclared(entity) ? declarationOf(entity).name : `site.${className(entity)}`;
}

const targetName = ({ target }: Pick<EntityLinkOptions, 'target'>): string => entityName(target());

function referencesTo(options: Pick<EntityLinkOptions, 'target'>, values: readonly Json[]): Reference[] {
  const targetType = targetName(options);
  const target = options.target();
  return values.flatMap((id) => (isEntityId(target, id) ? [{ targetType, id }] : []));
}

/** A row of another class, by its key. */
export const entityLinkKind = defineFieldKind<EntityLinkOptions>({
  name: 'entityLink',
  storage: ({ target, onDelete }) => ({ type: 'relation', target, onDelete: onDelete ?? 'SET NULL' }),
  emptyValue: () => null,
  jsonSchema: ({ target }) => entityIdSchema(target(), true),
  normalise: (value, { target }) => normaliseEntityId(target(), value),
  references: (value, options) => referencesTo(options, [value]),
  describeOptions: (options) => ({ model: targetName(options) }),
  represent: (value, options, represent) =>
    isEntityId(options.target(), value) && represent.exists({ targetType: targetName(options), id: value })
      ? value
      : null,
});

/** Several rows of another class, many to many, by their keys. */
export const entityLinksKind = defineFieldKind<EntityLinksOptions>({
  name: 'entityLinks',
  storage: ({ target, ordered }) => ({ type: 'manyToMany', target, ...(ordered ? { ordered } : {}) }),
  emptyValue: () => [],
  jsonSchema: ({ target, min, max }) => ({
    type: 'array',
    items: entityIdSchema(target(), false),
    uniqueItems: true,
    minItems: min,
    maxItems: max,
  }),
  normalise: (value, { target }) =>
    Array.isArray(value) ? [...new Set(value.map((id) => normaliseEntityId(target(), id)))] : value,
  references: (value, options) => (Array.isArray(value) ? referencesTo(options, value) : []),
  describeOptions: (options) => ({
    model: targetName(options),
    min: options.min,
    max: options.max,
    ordered: options.ordered ?? false,
  }),
  represent: (value, options, represent) =>
    Array.isArray(value)
      ? value.filter(
          (id) => isEntityId(options.target(), id) && represent.exists({ targetType: targetName(options), id }),
        )
      : [],
});
