import { getMetadataArgsStorage, type ColumnOptions } from 'typeorm';
import type { ColumnMetadataArgs } from 'typeorm/metadata-args/ColumnMetadataArgs.js';

/** What a column is to a row: its key, a value people edit, or something TypeORM or nobody but code looks after. */
export type ColumnRole = 'key' | 'value' | 'created' | 'updated' | 'deleted' | 'version' | 'hidden';

/** A column as an entity's decorators describe it. */
export interface ColumnFact {
  readonly property: string;
  readonly role: ColumnRole;
  /** As Postgres calls it, lower case: `varchar`, `timestamptz`. */
  readonly type: string;
  readonly options: ColumnOptions;
  /** Filled by the database or by TypeORM. */
  readonly generated: boolean;
  /** One value among all rows, by this column alone. */
  readonly unique: boolean;
  /** Name of the property's class: `String`, `Number`, `Date`, `Object`; null when nothing is known. */
  readonly propertyClass: string | null;
}

/** A relation whose column or join table belongs to the entity. */
export interface RelationFact {
  readonly property: string;
  readonly many: boolean;
  readonly target: () => object;
  readonly nullable: boolean;
  readonly unique: boolean;
  /** A plain column of the entity that is the relation's foreign key too. */
  readonly keyProperty: string | null;
}

const ROLES: Readonly<Record<string, ColumnRole>> = {
  regular: 'value',
  createDate: 'created',
  updateDate: 'updated',
  deleteDate: 'deleted',
  version: 'version',
};

const CLASS_TYPES: Readonly<Record<string, string>> = {
  String: 'varchar',
  Number: 'integer',
  Boolean: 'boolean',
  Date: 'timestamp',
};

const storage = getMetadataArgsStorage;

/** The class and its bases, the farthest first. */
function lineageOf(target: object): object[] {
  const line: object[] = [];
  for (let type: object | null = target; type && type !== Function.prototype; type = Object.getPrototypeOf(type))
    line.unshift(type);
  return line;
}

/** True for a class with `@Entity()`. */
export function isEntity(target: object): boolean {
  return storage().tables.some((table) => table.target === target);
}

/** The columns of an entity, those of its bases first; one declared again counts once. */
export function columnFacts(target: object): ColumnFact[] {
  const line = lineageOf(target);
  const found = new Map<string, ColumnFact>();
  for (const type of line) {
    for (const args of storage().columns.filter((column) => column.target === type)) {
      found.delete(args.propertyName);
      found.set(args.propertyName, factOf(args, type, line));
    }
  }
  return [...found.values()];
}

function factOf({ propertyName, mode, options }: ColumnMetadataArgs, declaring: object, line: object[]): ColumnFact {
  const { prototype } = declaring as { prototype: object };
  const reflected: unknown = Reflect.getMetadata('design:type', prototype, propertyName);
  const isKey = options.primary === true;
  // A column that queries leave out is a secret: nobody reads it here either.
  const isHidden = options.select === false || options.generatedType !== undefined;
  return {
    property: propertyName,
    role: isHidden && !isKey ? 'hidden' : isKey ? 'key' : (ROLES[mode] ?? 'hidden'),
    type: typeOf(options, mode),
    options,
    generated: storage().generations.some(
      (each) => line.includes(each.target as object) && each.propertyName === propertyName,
    ),
    unique: isUnique(line, propertyName),
    propertyClass: typeof reflected === 'function' ? reflected.name : null,
  };
}

function typeOf({ type }: ColumnOptions, mode: string): string {
  if (typeof type === 'string') return type.toLowerCase();
  if (typeof type === 'function') return CLASS_TYPES[type.name] ?? type.name.toLowerCase();
  return mode === 'version' ? 'integer' : 'timestamp';
}

/** The relations an entity owns, to be chosen in its form; those other tables own are left to their forms. */
export function relationFacts(target: object): RelationFact[] {
  const line = lineageOf(target);
  const within = (args: { target: unknown }): boolean => line.includes(args.target as object);
  const plain = new Set(columnFacts(target).map(({ property }) => property));
  return storage()
    .relations.filter(within)
    .filter(({ type }) => typeof type === 'function')
    .flatMap((relation) => {
      const { propertyName: property, relationType, options, type } = relation;
      const joins = storage().joinColumns.filter((join) => within(join) && join.propertyName === property);
      const joinsTable = storage().joinTables.some((join) => within(join) && join.propertyName === property);
      const many = relationType === 'many-to-many';
      const owns = many
        ? joinsTable
        : relationType === 'many-to-one' || (relationType === 'one-to-one' && joins.length > 0);
      if (!owns) return [];
      const names = [joins[0]?.name, `${property}Id`].flatMap((name) => name ?? []);
      return [
        {
          property,
          many,
          target: type as () => object,
          nullable: options.nullable ?? true,
          unique: relationType === 'one-to-one' || isUnique(line, property),
          keyProperty: keyPropertyOf(target, names, plain),
        },
      ];
    });
}

function keyPropertyOf(target: object, names: readonly string[], plain: ReadonlySet<string>): string | null {
  const named = columnFacts(target).find(({ options }) => options.name !== undefined && names.includes(options.name));
  return named?.property ?? names.find((name) => plain.has(name)) ?? null;
}

function isUnique(line: readonly object[], property: string): boolean {
  const uniques = storage().uniques.filter(({ target }) => line.includes(target as object));
  const indices = storage().indices.filter(
    ({ target, unique, where }) => unique && !where && line.includes(target as object),
  );
  return [...uniques, ...indices].some(
    ({ columns }) => Array.isArray(columns) && columns.length === 1 && columns[0] === property,
  );
}
