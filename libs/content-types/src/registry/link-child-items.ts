import { JoinColumn, ManyToOne, getMetadataArgsStorage } from 'typeorm';
import { className, declarationOf, fieldsOf } from '../declare/declaration-store.js';
import { NO_CLASS, targetOf } from './check-targets.js';

const owners = new Map<object, object>();

/**
 * The entities of declared types: the classes themselves and their child item classes, with the foreign key from
 * item to owner. Called when types are registered, as the classes may not be loaded while decorators run.
 */
export function entitiesOf(types: readonly object[]): object[] {
  requireClasses(types);
  const entities = new Set<object>(types);
  for (const type of types) {
    for (const item of childItemClassesOf(type)) {
      joinToOwner(item, type);
      for (const entity of entitiesOf([item])) entities.add(entity);
    }
  }
  return [...entities];
}

/** The child item classes a type's fields name. A field that names none is told of when the application starts. */
export function childItemClassesOf(type: object): object[] {
  return fieldsOf(type).flatMap((field) => {
    const storage = field.kind.storage?.(field.options);
    return storage?.type === 'children' ? (targetOf(storage) ?? []) : [];
  });
}

function requireClasses(types: readonly object[]): void {
  const at = types.findIndex((type) => typeof type !== 'function');
  if (at < 0) return;
  const before = at > 0 ? `the one after ${className(types[at - 1]!)}` : 'the first';
  throw new Error(
    `Of the types that are registered, ${before} is ${String(types[at])}, which is no class. ${NO_CLASS}`,
  );
}

function joinToOwner(item: object, owner: object): void {
  const known = owners.get(item);
  if (known === owner) return;
  if (known) {
    throw new Error(
      `${className(item)} belongs to ${declarationOf(known).name} and to ${declarationOf(owner).name}. ` +
        'Give each owner an item class of its own; a shared base class keeps the fields in one place.',
    );
  }
  owners.set(item, owner);
  const prototype = (item as { prototype: object }).prototype;
  if (hasRelation(item)) return;
  ManyToOne(() => owner as never, { onDelete: 'CASCADE', nullable: false })(prototype, 'owner');
  JoinColumn({ name: 'owner_id' })(prototype, 'owner');
}

function hasRelation(item: object): boolean {
  return getMetadataArgsStorage().relations.some((args) => args.target === item && args.propertyName === 'owner');
}
