import type { ContentType } from '@pipit/content-types';
import { refused } from '../errors.js';
import type { Query } from '../grammar/query-string.js';
import type { ApiModel } from '../model/api-model.js';
import type { SqlParameters } from '../query/sql-parameters.js';
import type { ApiRequest } from '../represent/api-request.js';

/** What a search looks through. */
export interface SearchScope {
  /** Stored names of page types; null for all, empty for none. */
  readonly pageTypes: readonly string[] | null;
  /** Things outside the tree, by the type of their subjects. */
  readonly others: ReadonlyMap<string, ApiModel>;
  readonly localeId: number | null;
  /** A kind of thing as the API calls it. */
  readonly nameOf: (kind: string) => string;
}

/** Reads `type=`, which names page types, images, documents and types of snippets with an endpoint. */
export function searchScope(
  query: Query,
  { models }: ApiRequest,
  snippets: readonly ContentType[],
  localeId: number | null,
): SearchScope {
  const all = new Map<string, ApiModel>([
    ['image', models.image],
    ['document', models.document],
    ...snippets.map((type) => [type.name, models.ofType(type)] as const),
  ]);
  const nameOf = (kind: string): string => all.get(kind)?.name ?? models.typeName(kind);
  const text = query.get('type') ?? '';
  if (text === '') return { pageTypes: null, others: all, localeId, nameOf };
  const others = new Map<string, ApiModel>();
  const pageTypes: string[] = [];
  let allPages = false;
  for (const name of text.split(',')) {
    const other = [...all].find(([, model]) => model.name === name);
    const page = other ? null : models.findPageType(name);
    if (other) others.set(...other);
    else if (page === 'any') allPages = true;
    else if (page) pageTypes.push(...models.storedNames(page));
    else throw refused("type doesn't exist");
  }
  return { pageTypes: allPages ? null : pageTypes, others, localeId, nameOf };
}

/** SQL that begins a statement: `visible` are the subjects that were found and that readers may see. */
export function visibleSql(found: string, scope: SearchScope, params: SqlParameters, request: ApiRequest): string {
  const parts = [...scope.others].map(([subject, model]) => otherSql(subject, model, params));
  if (scope.pageTypes?.length !== 0) parts.unshift(pagesSql(scope, params, request));
  return `WITH found AS MATERIALIZED (${found}), visible AS MATERIALIZED (${parts.join(' UNION ALL ')})`;
}

function pagesSql({ pageTypes, localeId }: SearchScope, params: SqlParameters, { visibility }: ApiRequest): string {
  const conditions = [
    "f.type = 'page'",
    `(${visibility.condition(params)})`,
    ...(pageTypes === null ? [] : [`p.type = ANY(${params.add(pageTypes)}::text[])`]),
    ...(localeId === null ? [] : [`p.locale_id = ${params.add(localeId)}::int`]),
  ];
  return `SELECT f.type, f.id, f.rank, p.type::text AS kind, p.locale_id FROM found f JOIN page p ON p.id = f.id
    WHERE ${conditions.join(' AND ')}`;
}

/** Things outside the tree have no language: they are found in all. */
function otherSql(subject: string, { source }: ApiModel, params: SqlParameters): string {
  const name = `${params.add(subject)}::text`;
  const open = source.isPublic === null ? '' : ` AND (${source.isPublic})`;
  return `SELECT f.type, f.id, f.rank, f.type AS kind, NULL::int AS locale_id FROM found f CROSS JOIN LATERAL
    (SELECT ${source.id} FROM ${source.from} WHERE ${source.id} = f.id${open}) thing WHERE f.type = ${name}`;
}
