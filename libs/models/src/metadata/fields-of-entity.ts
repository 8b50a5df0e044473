import type { FieldDeclaration, FieldKind } from '@pipit/content-types';
import { columnFacts, relationFacts, type ColumnFact, type RelationFact } from './column-facts.js';
import { fieldOfColumn, hasDatabaseDefault } from './field-of-column.js';
import { relationKind, relationsKind } from './link-kinds.js';

/** What a managed entity is made of. */
export interface ModelShape {
  readonly key: ColumnFact;
  /** Columns by property, those without a field too. */
  readonly columns: ReadonlyMap<string, ColumnFact>;
  readonly relations: ReadonlyMap<string, RelationFact>;
  /** Properties TypeORM looks after. */
  readonly version: string | null;
  readonly created: string | null;
  readonly updated: string | null;
  readonly deleted: string | null;
  /** False when a column that has to be filled can be filled by code only. */
  readonly creatable: boolean;
}

const KEY_TYPES =
  /^(smallint|int2|int|int4|integer|bigint|int8|uuid|varchar|character varying|text|citext|char|character)$/;

/** Reads an entity's decorators; throws in words for an entity that cannot be managed. */
export function shapeOf(target: object, name: string): ModelShape {
  const facts = columnFacts(target);
  const keys = facts.filter(({ role }) => role === 'key');
  const [key] = keys;
  if (!key || keys.length > 1)
    throw new Error(`${name} cannot be managed: it has ${keys.length} primary columns. One is needed.`);
  if (!KEY_TYPES.test(key.type))
    throw new Error(`${name} cannot be managed: its primary column is of type ${key.type}. Use integer, uuid or text.`);
  const one = (role: ColumnFact['role']): string | null => facts.find((fact) => fact.role === role)?.property ?? null;
  return {
    key,
    columns: new Map(facts.map((fact) => [fact.property, fact])),
    relations: new Map(relationFacts(target).map((fact) => [fact.property, fact])),
    version: one('version'),
    created: one('created'),
    updated: one('updated'),
    deleted: one('deleted'),
    creatable: facts.every((fact) => fieldOfColumn(fact) !== null || canStayAway(fact)),
  };
}

/** The fields of an entity: its columns and the relations it owns, in the order of declaration. */
export function fieldsOfEntity(shape: ModelShape): FieldDeclaration[] {
  const doubled = new Set([...shape.relations.values()].map(({ keyProperty }) => keyProperty));
  const columns = [...shape.columns.values()].filter(({ property }) => !doubled.has(property));
  const plain = columns.flatMap((fact) => fieldOfColumn(fact) ?? []);
  const isAfterwards = ({ name }: FieldDeclaration): boolean => name === shape.created || name === shape.updated;
  return [
    ...plain.filter((field) => !isAfterwards(field)),
    ...[...shape.relations.values()].map(fieldOfRelation),
    ...plain.filter(isAfterwards),
  ];
}

function fieldOfRelation({ property, many, target, nullable, unique }: RelationFact): FieldDeclaration {
  const kind = (many ? relationsKind : relationKind) as unknown as FieldKind;
  const options = { target, required: !many && !nullable, ...(unique ? { unique } : {}) };
  return { name: property, kind, options };
}

function canStayAway(fact: ColumnFact): boolean {
  const { nullable, default: value } = fact.options;
  return nullable === true || value !== undefined || fact.role !== 'value' || hasDatabaseDefault(fact);
}
