import { refused } from '../errors.js';
import { readFilters, type FilterClause } from '../grammar/filter-parameters.js';
import type { Query } from '../grammar/query-string.js';
import { fieldOf, type ApiField, type ApiModel, type FilterColumn } from '../model/api-model.js';
import type { ApiRequest } from '../represent/api-request.js';
import { visibleSource } from '../represent/visible-source.js';
import type { ListingQuery } from './listing-query.js';
import { comparison, isNegative, type ComparedValue } from './operator-comparison.js';
import type { SqlParameters } from './sql-parameters.js';

/** What translating filters needs. */
interface Scope {
  readonly params: SqlParameters;
  readonly request: ApiRequest;
}

/**
 * Narrows a listing by `filter[field][operator]`. What readers may not see matches nothing, as if it were not there,
 * so that being found never tells about it.
 */
export function filterByOperators(listing: ListingQuery, query: Query, request: ApiRequest): void {
  const { all, alternatives } = readFilters(query);
  const scope: Scope = { params: listing.params, request };
  const sqlOf = (clause: FilterClause): string => clauseSql(clause, listing.model, scope);
  for (const clause of all) listing.where(sqlOf(clause));
  if (alternatives.length === 0) return;
  listing.where(alternatives.map((clauses) => `(${clauses.map(sqlOf).join(' AND ')})`).join(' OR '));
}

/** `ne`, `nin` and `null=true` hold for all rows for which `eq`, `in` and `null=false` do not. */
function clauseSql(clause: FilterClause, model: ApiModel, scope: Scope): string {
  const sql = `(${along(clause.path, clause, model, scope)})`;
  return isNegative(clause) ? `${sql} IS NOT TRUE` : sql;
}

function along(path: readonly string[], clause: FilterClause, model: ApiModel, scope: Scope): string {
  const [name = '', ...rest] = path;
  const field = fieldOf(model, name);
  if (!field?.filter) throw refused(`filter error. '${clause.path.join('.')}' is not a field that can be filtered by`);
  if (rest.length === 0) return leaf(field, field.filter, clause, scope);
  if (!field.related || isNames(field.filter)) {
    throw refused(`filter error. '${name}' in ${clause.parameter} is not a relation`);
  }
  return through(field.related.model(), field.filter, (model) => along(rest, clause, model, scope), scope);
}

function leaf({ related }: ApiField, filter: FilterColumn, clause: FilterClause, scope: Scope): string {
  const compare = (value: ComparedValue): string => comparison(value, clause, scope.params);
  if (filter.type === 'related' && filter.by === 'tag') {
    return filter.matching((name) => compare({ kind: 'text', sql: name }));
  }
  const isLocale = filter.type === 'column' && filter.kind === 'locale';
  if (filter.type === 'column' && (!related || isLocale)) {
    if (isLocale) return compare({ kind: 'text', sql: `(SELECT l.code FROM locale l WHERE l.id = ${filter.sql})` });
    return compare({ kind: filter.kind, sql: filter.sql, isOpaque: filter.isOpaque ?? false });
  }
  const model = related?.model() as ApiModel;
  const kind = model.source.key === 'id' ? 'relation' : model.source.key;
  return through(model, filter, ({ source }) => compare({ kind, sql: source.id }), scope);
}

/** SQL: there is a related row that readers may see and for which the condition holds. */
function through(
  model: ApiModel,
  filter: FilterColumn,
  condition: (model: ApiModel) => string,
  { request }: Scope,
): string {
  // A statement of its own inside, as all models call their tables alike.
  const keys = `SELECT ${model.source.id} FROM ${visibleSource(model.source, request.options.wagtailReferences)} AND (${condition(model)})`;
  request.depends.onStatement(keys);
  return filter.type === 'column' ? `${filter.sql} IN (${keys})` : filter.matching((key) => `${key} IN (${keys})`);
}

function isNames(filter: FilterColumn): boolean {
  return filter.type === 'related' ? filter.by === 'tag' : filter.kind === 'locale';
}
