import type { Query } from '../grammar/query-string.js';
import type { ApiModel, Row } from '../model/api-model.js';
import type { ListingQuery } from '../query/listing-query.js';
import type { ApiRequest } from '../represent/api-request.js';

/**
 * What `find/` was asked for besides an id: the id of a candidate, `'nothing'` when there is none, `'unasked'` when
 * only the id counts.
 */
export type Candidate = number | 'nothing' | 'unasked';

/** One kind of object that the content API lists, shows and finds. */
export interface Endpoint {
  /** Parameters of listings beyond fields and those every endpoint has. */
  readonly operations: readonly string[];
  /** False: filters, `order` and `search` are accepted and do nothing. */
  readonly filters: boolean;
  /** Parameters that `find/` does not hand on to the detail view. */
  readonly findParameters: readonly string[];
  /** What may be seen; refuses faults that come before all others. */
  begin(query: Query, request: ApiRequest): ListingQuery;
  /** Filters of this endpoint alone that come before the order. */
  narrow?(listing: ListingQuery, query: Query, request: ApiRequest): Promise<void>;
  /** Filters of this endpoint alone that come after the order. */
  narrowLast?(listing: ListingQuery, query: Query, request: ApiRequest): Promise<void>;
  /** The model of one object, which may know more than that of the listing. */
  modelOf?(row: Row, request: ApiRequest): ApiModel;
  /** The object that is shown where one of that id is asked for; null: that one. */
  served?(id: bigint, query: Query, request: ApiRequest): Promise<number | null>;
  /** Finds an object by something else than its id. */
  candidate?(query: Query, request: ApiRequest): Promise<Candidate>;
  /** Answers `find/` itself where it is asked to by `resolve=true`, which Wagtail does not know; null: nothing there. */
  resolve?(query: Query, request: ApiRequest): Promise<object | null>;
}
