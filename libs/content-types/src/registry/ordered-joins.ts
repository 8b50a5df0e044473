import {
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  getMetadataArgsStorage,
  type PrimaryColumnOptions,
} from 'typeorm';
import { SnakeNamingStrategy } from '@pipit/kernel';
import { className, fieldsOf } from '../declare/declaration-store.js';
import { entityKeyOf } from '../kinds/entity-key.js';
import { targetOf } from './check-targets.js';

/** The column of a join table that keeps the order of links. */
export const SORT_COLUMN = 'sort_order';

const names = new SnakeNamingStrategy();
const joins = new WeakMap<object, Map<string, object>>();

/**
 * The tables that join rows of these classes with others in an order. TypeORM reads and links through a join table it
 * makes up itself, which has two columns; here is the same table with a third, for migrations to make.
 */
export function orderedJoinsOf(types: readonly object[]): object[] {
  return types.flatMap((type) =>
    fieldsOf(type).flatMap(({ name, kind, options }) => {
      const storage = kind.storage?.(options);
      if (storage?.type !== 'manyToMany' || !storage.ordered) return [];
      const target = targetOf(storage);
      return target ? [joinOf(type, name, target)] : [];
    }),
  );
}

function joinOf(owner: object, field: string, target: object): object {
  const made = joins.get(owner) ?? new Map<string, object>();
  joins.set(owner, made);
  const join = made.get(field) ?? makeJoin(owner, field, target);
  made.set(field, join);
  return join;
}

function makeJoin(owner: object, field: string, target: object): object {
  const sides = [
    { entity: owner, property: 'owner' },
    { entity: target, property: 'target' },
  ].map((side) => ({ ...side, ...sideOf(side.entity) }));
  // As TypeORM tells the two apart where rows are joined with rows of their own table.
  if (sides[0]!.column === sides[1]!.column) sides.forEach((side, index) => (side.column += `_${index + 1}`));
  class Join {}
  Object.defineProperty(Join, 'name', { value: `${className(owner)}_${field}` });
  for (const { entity, property, column, type } of sides) {
    PrimaryColumn({ ...type, name: column })(Join.prototype, property);
    Index()(Join.prototype, property);
    const cascade = { onDelete: 'CASCADE', onUpdate: 'CASCADE' } as const;
    ForeignKey(() => entity as never, cascade)(Join.prototype, property);
  }
  Column({ type: 'integer', name: SORT_COLUMN, default: 0 })(Join.prototype, 'sortOrder');
  Entity(names.joinTableName(tableOf(owner), '', field))(Join);
  return Join;
}

function sideOf(entity: object): { column: string; type: PrimaryColumnOptions } {
  const key = entityKeyOf(entity);
  if (!key)
    throw new Error(`Rows of ${className(entity)} cannot be joined in an order: they have no key of one column.`);
  const { options } = getMetadataArgsStorage().columns.find(
    ({ propertyName, options: { primary }, target }) =>
      primary && propertyName === key.property && (entity === target || inherits(entity, target)),
  )!;
  const { type, length } = options;
  return {
    column: names.joinTableColumnName(tableOf(entity), key.property, names.columnName(key.property, options.name, [])),
    type: { type: type!, ...(length ? { length } : {}) },
  };
}

function inherits(entity: object, base: unknown): boolean {
  return typeof base === 'function' && (entity as { prototype: unknown }).prototype instanceof base;
}

function tableOf(entity: object): string {
  const table = getMetadataArgsStorage().tables.find(({ target }) => target === entity);
  if (!table) throw new Error(`${className(entity)} has no table.`);
  return names.tableName(className(entity), table.name);
}
