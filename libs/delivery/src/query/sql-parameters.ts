import { subtreeRange } from '@pipit/pages';
import { escapeLiteral } from 'pg';

/** Collects the values of one statement; SQL text only ever holds their placeholders. */
export class SqlParameters {
  readonly values: unknown[];

  constructor(values: readonly unknown[] = []) {
    this.values = [...values];
  }

  /** The same values, to which a statement of its own adds others. */
  fork(): SqlParameters {
    return new SqlParameters(this.values);
  }

  /** Takes a value and gives its placeholder. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/**
 * SQL: the column is one of the values that a placeholder of an array holds, `type` being that of the array. Seen
 * directly, Postgres would think that a plan for this very number of values pays, and plan at each reading, which takes
 * longer than finding a few rows by their keys.
 */
export function anyOf(column: string, placeholder: string, type: string): string {
  return `${column} = ANY((SELECT ${placeholder}::${type})::${type})`;
}

/** A name of the database as SQL. Names come from metadata, never from requests. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** SQL: the node with this path or below it. */
export function withinPath(column: string, path: string, params: SqlParameters): string {
  const { from, to } = subtreeRange(path);
  return `${column} >= ${params.add(from)} AND ${column} < ${params.add(to)}`;
}

/** SQL: the root of a site with this path or below it, with the path as a part of the statement. */
export function belowRoot(column: string, path: string): string {
  const { from, to } = subtreeRange(path);
  return `${column} >= ${escapeLiteral(from)} AND ${column} < ${escapeLiteral(to)}`;
}
