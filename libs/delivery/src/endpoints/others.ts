import type { ApiModel } from '../model/api-model.js';
import { missing } from '../errors.js';
import type { Query } from '../grammar/query-string.js';
import { ListingQuery } from '../query/listing-query.js';
import type { ApiRequest } from '../represent/api-request.js';
import type { Candidate, Endpoint } from './endpoint.js';
import { resolveRedirect } from './resolve-redirect.js';

/** Images and documents in collections that everybody may read. */
export function mediaEndpoint(modelOf: (request: ApiRequest) => ApiModel): Endpoint {
  return {
    operations: [],
    filters: true,
    findParameters: ['id'],
    begin: (_query, request) => listPublic(modelOf(request)),
  };
}

function listPublic(model: ApiModel): ListingQuery {
  const listing = new ListingQuery(model);
  if (model.source.isPublic) listing.where(model.source.isPublic);
  return listing;
}

/** Redirects made by hand, of all sites; `find/` prefers those of the request's site. */
export const redirectsEndpoint: Endpoint = {
  operations: [],
  filters: true,
  findParameters: ['id'],
  begin: (_query, request) => new ListingQuery(request.models.redirect),
  candidate: redirectAt,
  resolve: resolveRedirect,
};

const OF_SITE = `SELECT id FROM redirect WHERE old_path = $1 AND (site_id IS NULL OR site_id = $2)
  ORDER BY site_id IS NULL, id LIMIT 1`;

async function redirectAt(query: Query, request: ApiRequest): Promise<Candidate> {
  const path = query.get('html_path');
  if (path === undefined) return 'unasked';
  const redirect = (await redirectFrom(path, request)) ?? (await redirectFrom(decoded(path), request));
  if (redirect === null) throw missing('');
  return redirect;
}

async function redirectFrom(path: string, { reader, site }: ApiRequest): Promise<number | null> {
  if (path.includes('\0')) return null;
  const [redirect] = await reader.rows(OF_SITE, [path, site?.id ?? null]);
  return (redirect?.['id'] as number | undefined) ?? null;
}

/** `/caf%C3%A9` → `/café`; what is no encoded text stays as it is. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Snippets of a type that says so: all that are public, with filters, order and search. */
export function declaredSnippetsEndpoint(target: object): Endpoint {
  return { ...snippetEndpoint(target), filters: true };
}

/** Snippets of a type that has an endpoint as Wagtail's own projects make them: all that are public, in the order of their ids. */
export function snippetEndpoint(target: object): Endpoint {
  return {
    operations: [],
    filters: false,
    findParameters: ['id'],
    begin: (_query, request) => listPublic(request.models.ofEntity(target)),
  };
}
