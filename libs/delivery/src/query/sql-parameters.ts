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
