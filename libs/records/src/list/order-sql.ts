import type { RecordSelection } from '../record-source.js';
import { STATE, columnNames, hasState, isSortable } from './fields-of-list.js';
import { badParameter, columnOf, readableField, sqlOf, titleColumnOf, type ListScope } from './list-scope.js';
import { quoted, quotedPath } from './statement.js';

/** How rows are ordered, and what has to be joined for it. */
export interface OrderSql {
  readonly joins: string;
  readonly orderBy: string;
}

/** Columns to order by at a time. */
const MAX_ORDERS = 5;

/** The order asked for, else the type's own. Rows that are equal in all of it keep the order of their keys. */
export function orderSql(scope: ListScope, order: RecordSelection['order']): OrderSql {
  const asked = order ?? scope.type.order.filter((name) => isKnown(scope, name));
  if (asked.length > MAX_ORDERS) throw badParameter('order', `At most ${MAX_ORDERS} columns.`);
  const joins: string[] = [];
  const parts = asked.map((name) => {
    if (!isKnown(scope, name)) throw badParameter('order', `Rows cannot be ordered by “${name.slice(0, 100)}”.`);
    return `${expressionOf(scope, bare(name), joins)}${name.startsWith('-') ? ' DESC NULLS LAST' : ' NULLS LAST'}`;
  });
  return { joins: joins.join(' '), orderBy: [...parts, sqlOf(scope.key)].join(', ') };
}

const bare = (name: string): string => name.replace(/^-/, '');

/** The fields of the list, its title, and what lies beside the fields in each row. */
function isKnown(scope: ListScope, name: string): boolean {
  const asked = bare(name);
  const { type, table, key } = scope;
  if (asked === 'id' || asked === key.propertyName) return true;
  if (asked === STATE && hasState(type)) return table.state !== undefined;
  if (asked === table.updatedAt || table.sortable?.includes(asked)) return true;
  if (asked === 'title') return columnOf(scope, type.titleField) !== null && isReadable(scope, type.titleField);
  const field = readableField(scope, asked);
  const isListed = [type.titleField, ...columnNames(type), ...type.order.map(bare)].includes(asked);
  return field !== null && isListed && isSortable(field);
}

function isReadable({ type, readable }: ListScope, name: string): boolean {
  return readable.has(name) || !type.fields.some((field) => field.name === name);
}

function expressionOf(scope: ListScope, asked: string, joins: string[]): string {
  if (asked === 'id') return sqlOf(scope.key);
  if (asked === STATE && hasState(scope.type) && scope.table.state) return `(${scope.table.state})`;
  const hasTitle = scope.type.fields.some(({ name }) => name === 'title');
  const column = columnOf(scope, asked === 'title' && !hasTitle ? scope.type.titleField : asked)!;
  const relation = column.relationMetadata;
  if (!relation || scope.linkNames.get(relation.propertyPath) !== 'all') return sqlOf(column);
  const target = relation.inverseEntityMetadata;
  const title = titleColumnOf(scope.types, target);
  if (!title) return sqlOf(column);
  const alias = `o${joins.length}`;
  const key = column.referencedColumn ?? target.primaryColumns[0]!;
  joins.push(
    `LEFT JOIN ${quotedPath(target.tablePath)} ${alias} ON ${alias}.${quoted(key.databaseName)} = ${sqlOf(column)}`,
  );
  return `${alias}.${quoted(title.databaseName)}`;
}
