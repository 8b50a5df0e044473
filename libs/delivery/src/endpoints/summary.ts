import type { Query } from '../grammar/query-string.js';
import { refused } from '../errors.js';
import type { ApiRequest } from '../represent/api-request.js';

/** Answers an address that is neither a listing of one model nor one of its objects. */
export type Summary = (query: Query, request: ApiRequest) => Promise<object>;

/** Refuses parameters that a summary does not know, in the words of listings. */
export function refuseOthers(query: Query, known: readonly string[]): void {
  const unknown = [...query.values.keys()].filter((name) => name !== '_' && name !== 'format' && !known.includes(name));
  if (unknown.length === 0) return;
  throw refused(`query parameter is not an operation or a recognised field: ${unknown.sort().join(', ')}`);
}
