import { SORT_COLUMN, type FieldDeclaration } from '@pipit/content-types';
import type { DataSource, EntityMetadata } from 'typeorm';
import { identifier } from '../query/sql-parameters.js';
import type { KeyKind } from './api-model.js';

/** A junction table seen from the side that declares the field. */
export interface Junction {
  readonly table: string;
  /** Names of the tables that hold the links. */
  readonly tables: readonly string[];
  readonly owner: string;
  readonly target: string;
  readonly targetTable: string;
  /** The targets' primary key. */
  readonly targetKey: string;
  /** The column that keeps the order of links; null where they have none. */
  readonly sort: string | null;
}

/** Names in the database of what a class declares. */
export class StorageOf {
  private readonly metadata: EntityMetadata;

  /** `subtypes`: classes that extend the target and have whole tables of their own; their rows belong to it too. */
  constructor(
    private readonly dataSource: DataSource,
    readonly target: object,
    readonly subtypes: readonly object[] = [],
  ) {
    this.metadata = dataSource.getMetadata(target as never);
  }

  /** SQL of all rows. */
  get table(): string {
    const own = identifier(this.metadata.tableName);
    if (this.subtypes.length === 0) return own;
    const columns = this.metadata.columns.map(({ databaseName }) => identifier(databaseName)).join(', ');
    return unionOf([own, ...this.subtypes.map((target) => this.other(target).table)], columns);
  }

  /** The name of its own table. */
  get tableName(): string {
    return this.metadata.tableName;
  }

  /** Names of all tables that hold rows of it. */
  get tableNames(): readonly string[] {
    return [this.tableName, ...this.subtypes.map((target) => this.other(target).tableName)];
  }

  /** The primary key's column. */
  get key(): string {
    return this.metadata.primaryColumns[0]?.databaseName as string;
  }

  /** The type of the primary key. */
  get keyKind(): KeyKind {
    return keyKindOf(this.metadata);
  }

  /** The primary key's property. */
  get keyProperty(): string {
    return this.metadata.primaryColumns[0]?.propertyName as string;
  }

  /** The column of a property, for relations that of the foreign key. */
  columnOf(property: string): { name: string; type: string } {
    const relation = this.metadata.findRelationWithPropertyPath(property);
    const column = relation?.joinColumns[0] ?? this.metadata.findColumnWithPropertyName(property);
    if (!column) throw new Error(`${this.metadata.name}.${property} is not stored in a column.`);
    return { name: column.databaseName, type: String(column.type) };
  }

  /** The junction table of a many-to-many field. */
  junctionOf({ name, kind, options }: FieldDeclaration): Junction {
    const storage = kind.storage?.(options);
    const isOrdered = storage?.type === 'manyToMany' && storage.ordered === true;
    return this.junctionNamed(name, isOrdered ? SORT_COLUMN : null);
  }

  /** The junction table of a many-to-many property. */
  junctionNamed(name: string, sort: string | null = null): Junction {
    const relation = this.metadata.findRelationWithPropertyPath(name);
    const junction = relation?.junctionEntityMetadata;
    if (!relation || !junction) throw new Error(`${this.metadata.name}.${name} is no many-to-many relation.`);
    const own: Junction = {
      table: identifier(junction.tableName),
      tables: [junction.tableName],
      owner: identifier(relation.joinColumns[0]?.databaseName as string),
      target: identifier(relation.inverseJoinColumns[0]?.databaseName as string),
      targetTable: identifier(relation.inverseEntityMetadata.tableName),
      targetKey: identifier(relation.inverseEntityMetadata.primaryColumns[0]?.databaseName as string),
      sort,
    };
    if (this.subtypes.length === 0) return own;
    const all = [own, ...this.subtypes.map((target) => this.other(target).junctionNamed(name, sort))];
    const links = all.map(
      ({ table, owner, target }) =>
        `SELECT ${owner} AS owner, ${target} AS target${sort ? `, ${sort}` : ''} FROM ${table}`,
    );
    const tables = all.flatMap((each) => each.tables);
    return { ...own, tables, table: `(${links.join(' UNION ALL ')})`, owner: 'owner', target: 'target' };
  }

  /** The same of another class. */
  other(target: object): StorageOf {
    return new StorageOf(this.dataSource, target);
  }

  /** True for properties that are relations to TypeORM too. */
  isRelation(property: string): boolean {
    return this.metadata.findRelationWithPropertyPath(property) !== undefined;
  }
}

function keyKindOf({ primaryColumns: [key], connection }: EntityMetadata): KeyKind {
  const type = key && connection.driver.normalizeType(key);
  if (type === 'uuid') return 'uuid';
  if (type === 'bigint') return 'bigint';
  return type === 'integer' || type === 'smallint' ? 'id' : 'text';
}

function unionOf(tables: readonly string[], columns: string): string {
  return `(${tables.map((table) => `SELECT ${columns} FROM ${table}`).join(' UNION ALL ')})`;
}
