import type { FieldDeclaration } from '@pipit/content-types';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { keyCast } from '../record-key.js';
import type { FilterOperator, RecordFilter } from '../record-source.js';
import { STATE, filtersOf, hasState, operatorsOf } from './fields-of-list.js';
import { comparable, comparableKey, type Comparable } from './filter-values.js';
import { badParameter, columnOf, readableField, sqlOf, type ListScope } from './list-scope.js';
import { containing, quoted, quotedPath, type Parameters } from './statement.js';

const SIGNS: Readonly<Partial<Record<FilterOperator, string>>> = {
  eq: '=',
  ne: 'IS DISTINCT FROM',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
};
/** Values of one `in`. */
const MAX_VALUES = 200;

/** The condition of one filter. Refuses, by the name of its parameter, what the type does not filter by. */
export function filterSql(scope: ListScope, filter: RecordFilter, parameters: Parameters): string {
  const name = parameterOf(filter);
  if (filter.field === STATE && scope.table.state && hasState(scope.type))
    return stateSql(scope.table.state, filter, parameters);
  const field = readableField(scope, filter.field);
  const isOffered = filtersOf(scope.type, scope.readable).some((each) => each.name === filter.field);
  if (!field || !isOffered) throw badParameter(name, 'There is no such filter.');
  if (!operatorsOf(field).includes(filter.operator))
    throw badParameter(name, `It can be filtered with ${operatorsOf(field).join(', ')}.`);
  const { values, operator } = filter;
  if (operator !== 'in' && values.length > 1) throw badParameter(name, 'One value is enough.');
  if (values.length > MAX_VALUES) throw badParameter(name, `At most ${MAX_VALUES} values.`);
  if (operator === 'empty' && !/^(true|false)$/.test(values[0] ?? ''))
    throw badParameter(name, 'Ask for true or false.');
  const storage = field.kind.storage?.(field.options).type;
  if (storage === 'manyToMany') return joinSql(scope, field, filter, parameters);
  const column = columnOf(scope, field.name)!;
  return storage === 'relation' ? linkSql(column, filter, parameters) : columnSql(field, column, filter, parameters);
}

function stateSql(state: string, filter: RecordFilter, parameters: Parameters): string {
  const name = parameterOf(filter);
  const { operator, values } = filter;
  if (!['eq', 'ne', 'in'].includes(operator)) throw badParameter(name, 'It can be filtered with eq, ne, in.');
  if (operator !== 'in' && values.length > 1) throw badParameter(name, 'One value is enough.');
  if (values.length === 0 || values.some((value) => !/^(live|draft|live\+draft)$/.test(value)))
    throw badParameter(name, 'It is live, draft or live+draft.');
  return negated(`(${state}) = ANY(${parameters.add(values)}::text[])`, operator === 'ne');
}

/** `filter.born.gte`; equality goes without saying. */
function parameterOf({ field, operator }: RecordFilter): string {
  return `filter.${field}${operator === 'eq' ? '' : `.${operator}`}`;
}

function columnSql(
  field: FieldDeclaration,
  column: ColumnMetadata,
  filter: RecordFilter,
  parameters: Parameters,
): string {
  const { operator, values } = filter;
  const sql = sqlOf(column);
  if (operator === 'empty') return negated(emptySql(field, column), values[0] === 'false');
  if (operator === 'contains') return `${sql}::text ILIKE ${parameters.add(containing(values[0] ?? ''))}::text`;
  const compared = values.map((value) => valueOf(comparable(field, column, value), filter));
  const [first] = compared;
  if (!first) throw badParameter(parameterOf(filter), 'It needs a value.');
  if (field.kind.name === 'multipleChoice') {
    const has = column.isArray
      ? `${parameters.add(first.value)}::text = ANY(${sql}::text[])`
      : `${sql} @> to_jsonb(${parameters.add(first.value)}::text)`;
    return negated(`coalesce(${has}, false)`, operator === 'ne');
  }
  const left = leftSql(sql, first);
  if (operator === 'in') {
    if (compared.some(({ cast }) => cast !== first.cast))
      throw badParameter(parameterOf(filter), 'Values of one form.');
    return `${left} = ANY(${parameters.add(compared.map(({ value }) => value))}::${first.cast}[])`;
  }
  return `${left} ${SIGNS[operator]} ${parameters.add(first.value)}::${first.cast}`;
}

/** Text and enums compare as text; moments by day when a day is asked for, in UTC as they are shown. */
function leftSql(sql: string, { cast, byDay }: Comparable): string {
  if (byDay) return `(${sql} AT TIME ZONE 'UTC')::date`;
  return cast === 'text' ? `${sql}::text` : sql;
}

function emptySql(field: FieldDeclaration, column: ColumnMetadata): string {
  const sql = sqlOf(column);
  if (field.kind.name === 'multipleChoice')
    return `(${sql} IS NULL OR ${column.isArray ? `cardinality(${sql}) = 0` : `${sql} = '[]'::jsonb`})`;
  const isText = typeof field.kind.emptyValue(field.options) === 'string' || operatorsOf(field).includes('contains');
  return isText || field.kind.name === 'choice' ? `(${sql} IS NULL OR ${sql}::text = '')` : `(${sql} IS NULL)`;
}

function linkSql(column: ColumnMetadata, filter: RecordFilter, parameters: Parameters): string {
  const sql = sqlOf(column);
  if (filter.operator === 'empty') return negated(`(${sql} IS NULL)`, filter.values[0] === 'false');
  const target = column.referencedColumn ?? column;
  const keys = `${parameters.add(keysOf(target, filter))}::${keyCast(target)}[]`;
  return negated(`coalesce(${sql} = ANY(${keys}), false)`, filter.operator === 'ne');
}

function joinSql(scope: ListScope, field: FieldDeclaration, filter: RecordFilter, parameters: Parameters): string {
  const relation = scope.layout.metadata.findRelationWithPropertyPath(field.name);
  const junction = relation?.junctionEntityMetadata;
  if (!relation || !junction) throw badParameter(parameterOf(filter), 'There is no such filter.');
  const storage = field.kind.storage!(field.options);
  const by = storage.type === 'manyToMany' ? storage.by : undefined;
  const [owner, inverse] = [junction.ownerColumns[0]!, junction.inverseColumns[0]!];
  const target = relation.inverseEntityMetadata;
  const own = `j.${quoted(owner.databaseName)} = ${sqlOf(scope.key)}`;
  const from = `SELECT 1 FROM ${quotedPath(junction.tablePath)} j`;
  if (filter.operator === 'empty') return negated(`NOT EXISTS (${from} WHERE ${own})`, filter.values[0] === 'false');
  const key = target.primaryColumns[0]!;
  const found = by
    ? `${from} JOIN ${quotedPath(target.tablePath)} x ON x.${quoted(key.databaseName)} = j.${quoted(inverse.databaseName)}
        WHERE ${own} AND x.${quoted(by)} = ANY(${parameters.add(filter.values)}::text[])`
    : `${from} WHERE ${own} AND j.${quoted(inverse.databaseName)} = ANY(${parameters.add(keysOf(key, filter))}::${keyCast(key)}[])`;
  return negated(`EXISTS (${found})`, filter.operator === 'ne');
}

function keysOf(target: ColumnMetadata, filter: RecordFilter): (string | number)[] {
  return filter.values.map((value) => valueOf(comparableKey(target, value), filter));
}

function valueOf<T>(value: T | null, filter: RecordFilter): T {
  if (value === null) throw badParameter(parameterOf(filter), 'This value cannot be in that field.');
  return value;
}

function negated(sql: string, not: boolean): string {
  return not ? `NOT ${sql}` : sql;
}
