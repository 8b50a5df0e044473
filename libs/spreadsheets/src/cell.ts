/** What a cell of a file holds. */
export type Cell = string | number | boolean | null;
