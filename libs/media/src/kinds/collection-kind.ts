import { MAX_ID, defineFieldKind, fieldDecorator, type FieldOptions, type NodeOptions } from '@pipit/content-types';
import { Collection } from '../collection.entity.js';

/** Options of collections in content. */
export interface CollectionOptions extends NodeOptions {
  /** What happens to this value when the collection is gone; default `SET NULL`. */
  readonly onDelete?: 'SET NULL' | 'CASCADE' | 'RESTRICT';
}

/** A collection, by its id: a gallery page shows all that is in it. */
export const collectionKind = defineFieldKind<CollectionOptions>({
  name: 'collection',
  storage: (options) => ({ type: 'relation', target: () => Collection, onDelete: options.onDelete ?? 'SET NULL' }),
  emptyValue: () => null,
  jsonSchema: () => ({ type: ['integer', 'null'], minimum: 1, maximum: MAX_ID }),
  references: (value) => (typeof value === 'number' ? [{ targetType: 'collection', id: value }] : []),
  represent: (value, _options, represent) =>
    typeof value === 'number' && represent.exists({ targetType: 'collection', id: value }) ? value : null,
});

/** A collection. The property is the collection itself (`Relation<Collection> | null`), the JSON value its id. */
export const CollectionField = (options: CollectionOptions & FieldOptions = {}) =>
  fieldDecorator<Collection | null, CollectionOptions>(collectionKind, options);
