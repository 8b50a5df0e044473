/** One page of a longer list. `total` counts all that match. */
export interface Paged<T> {
  readonly total: number;
  readonly items: T[];
}

/** Where in the list to start and how much to answer; the API bounds both. */
export interface Paging {
  readonly limit: number;
  readonly offset: number;
}
