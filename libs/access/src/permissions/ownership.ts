import { quoteIdentifier } from '../policy/tree-scope.js';

/** A column that says whose a row is. When an account is deleted, its rows are handed to somebody else. */
export interface Ownership {
  readonly table: string;
  readonly column: string;
  /** What people call the rows, e.g. "Pages". */
  readonly label: string;
}

const ownerships = new Map<string, Ownership>();

/** Tells that rows of a table belong to people. Called once, by the lib that owns the table. */
export function defineOwnership(ownership: Ownership): Ownership {
  quoteIdentifier(ownership.table);
  quoteIdentifier(ownership.column);
  ownerships.set(`${ownership.table}.${ownership.column}`, ownership);
  return ownership;
}

/** Everything that belongs to people, in the order it was told. */
export function allOwnerships(): readonly Ownership[] {
  return [...ownerships.values()];
}
