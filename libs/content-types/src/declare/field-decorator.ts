import { Column, JoinColumn, JoinTable, ManyToMany, ManyToOne } from 'typeorm';
import { snakeCase } from '@pipit/kernel';
import type { FieldKind, FieldStorage, NodeOptions } from '../kinds/field-kind.js';
import { addField } from './declaration-store.js';
import type { FieldDeclaration, FieldOptions } from './type-declaration.js';

/** A property decorator that compiles only on properties whose type is within `V`. */
export type FieldDecorator<V> = <K extends string>(target: { [P in K]: V }, key: K) => void;

/**
 * Makes the decorator of a kind: it notes the field and declares its column or relation with TypeORM.
 * Plugins build theirs the same way: `const GeoField = (o: GeoOptions = {}) => fieldDecorator<Point | null, GeoOptions>(geoKind, o)`.
 */
export function fieldDecorator<V, O extends NodeOptions>(
  kind: FieldKind<O>,
  options: O & FieldOptions,
): FieldDecorator<V> {
  return (target, key) => {
    const field: FieldDeclaration<O & FieldOptions> = { name: key, kind, options };
    addField(target.constructor, field as unknown as FieldDeclaration);
    const storage = kind.storage?.(options);
    if (!storage) throw new Error(`The kind “${kind.name}” can be a block, but not the field “${key}” of a class.`);
    declareStorage(target, key, storage);
  };
}

function declareStorage(target: object, key: string, storage: FieldStorage): void {
  if (storage.type === 'column') Column(storage.column)(target, key);
  if (storage.type === 'relation') {
    ManyToOne(() => storage.target() as never, { nullable: true, onDelete: storage.onDelete })(target, key);
    JoinColumn({ name: `${snakeCase(key)}_id` })(target, key);
  }
  if (storage.type === 'manyToMany') {
    ManyToMany(() => storage.target() as never)(target, key);
    // Links in an order have a table with a column more, see `orderedJoinsOf`.
    JoinTable(storage.ordered ? { synchronize: false } : {})(target, key);
  }
  // Child items are joined to their owner when the types are registered: the item's class may not be loaded yet.
}
