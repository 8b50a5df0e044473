import { keyCast, parseKey } from '../record-key.js';
import type { RecordSelection } from '../record-source.js';
import { searchedFields } from './fields-of-list.js';
import { filterSql } from './filter-sql.js';
import { badParameter, columnOf, sqlOf, type ListScope } from './list-scope.js';
import { containing, type Parameters } from './statement.js';

/** Words of a search; each has to be somewhere in the row. */
const MAX_WORDS = 10;

/** The condition on the rows of a list. */
export function whereSql(scope: ListScope, selection: RecordSelection, parameters: Parameters): string {
  const { q = '', ids, filters = [] } = selection;
  const gone = scope.table.deletedAt ? columnOf(scope, scope.table.deletedAt) : null;
  const conditions = [
    ...(gone ? [`${sqlOf(gone)} IS NULL`] : []),
    ...(ids ? [idsSql(scope, ids, parameters)] : []),
    ...searchSql(scope, q, parameters),
    ...filters.map((filter) => filterSql(scope, filter, parameters)),
  ];
  return conditions.length > 0 ? conditions.join(' AND ') : 'true';
}

function idsSql({ key }: ListScope, ids: readonly string[], parameters: Parameters): string {
  const keys = ids.map((id) => {
    const parsed = parseKey(key, id);
    if (parsed === null) throw badParameter('ids', `“${id.slice(0, 100)}” is no id.`);
    return parsed;
  });
  return `${sqlOf(key)} = ANY(${parameters.add(keys)}::${keyCast(key)}[])`;
}

function searchSql(scope: ListScope, q: string, parameters: Parameters): string[] {
  const words = q.split(/\s+/).filter(Boolean).slice(0, MAX_WORDS);
  if (words.length === 0) return [];
  const fields = searchedFields(scope.type, scope.readable);
  const columns = fields.flatMap(({ name }) => columnOf(scope, name) ?? []).map(sqlOf);
  // Rows are listed by the name of their newest draft, so that is found too.
  const { draftTitle } = scope.table;
  if (draftTitle && fields.some(({ name }) => name === scope.type.titleField)) columns.push(draftTitle);
  if (columns.length === 0) return ['false'];
  return words.map((word) => {
    const pattern = parameters.add(containing(word));
    return `(${columns.map((column) => `${column}::text ILIKE ${pattern}::text`).join(' OR ')})`;
  });
}
