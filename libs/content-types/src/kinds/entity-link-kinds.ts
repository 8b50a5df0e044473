import { className, declarationOf, isDeclared } from '../declare/declaration-store.js';
import type { Json } from '../content/json.js';
import { MAX_ID, defineFieldKind, type NodeOptions, type Reference } from './field-kind.js';

/** Options of links to rows of any class: a snippet type, a managed model, any other entity. */
export interface EntityLinkOptions extends NodeOptions {
  /** The class, lazily, because files import each other. Its primary key is a number called `id`. */
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
}

/** The name a class has in references and in the content API, declared or not. */
export function entityName(entity: object): string {
  return isDeclared(entity) ? declarationOf(entity).name : `site.${className(entity)}`;
}

const targetName = ({ target }: Pick<EntityLinkOptions, 'target'>): string => entityName(target());

function referencesTo(options: Pick<EntityLinkOptions, 'target'>, values: readonly Json[]): Reference[] {
  const targetType = targetName(options);
  return values.flatMap((id) => (typeof id === 'number' ? [{ targetType, id }] : []));
}

const ID = { minimum: 1, maximum: MAX_ID };

/** A row of another class, by its id. */
export const entityLinkKind = defineFieldKind<EntityLinkOptions>({
  name: 'entityLink',
  storage: ({ target, onDelete }) => ({ type: 'relation', target, onDelete: onDelete ?? 'SET NULL' }),
  emptyValue: () => null,
  jsonSchema: () => ({ type: ['integer', 'null'], ...ID }),
  references: (value, options) => referencesTo(options, [value]),
  describeOptions: (options) => ({ model: targetName(options) }),
  represent: (value, options, represent) =>
    typeof value === 'number' && represent.exists({ targetType: targetName(options), id: value }) ? value : null,
});

/** Several rows of another class, many to many, by their ids. Ordered rows are child items with a link in each. */
export const entityLinksKind = defineFieldKind<EntityLinksOptions>({
  name: 'entityLinks',
  storage: ({ target }) => ({ type: 'manyToMany', target }),
  emptyValue: () => [],
  jsonSchema: ({ min, max }) => ({
    type: 'array',
    items: { type: 'integer', ...ID },
    uniqueItems: true,
    minItems: min,
    maxItems: max,
  }),
  references: (value, options) => (Array.isArray(value) ? referencesTo(options, value) : []),
  describeOptions: (options) => ({ model: targetName(options), min: options.min, max: options.max }),
  represent: (value, options, represent) =>
    Array.isArray(value)
      ? value.filter((id) => typeof id === 'number' && represent.exists({ targetType: targetName(options), id }))
      : [],
});
