import type { QueryResult } from 'pg';

/** The comment that marks a statement; TypeORM's builders take it as their `comment`. */
export const KEPT = 'kept';

const MARK = `/* ${KEPT} */ `;

/** Statements that one connection keeps at most: each takes memory of its server process. */
const MAX_KEPT = 200;

/** What Postgres says when a kept statement would answer other columns than it did: a migration ran meanwhile. */
const OUTDATED = '0A000';

/**
 * Marks a statement that is run often, so that each connection has Postgres parse it and plan it once. Planning costs
 * more than running where a few rows are found by their keys, and such statements only are to be kept: what is planned
 * once is planned without knowing the values. The text must not vary with them.
 */
export function kept(sql: string): string {
  return MARK + sql;
}

/**
 * SQL: the column is one of the values that a placeholder of an array holds, `type` being that of the array. Seen
 * directly, Postgres would think that a plan for this very number of values pays, and plan at each reading, which takes
 * longer than finding a few rows by their keys.
 */
export function anyOf(column: string, placeholder: string, type: string): string {
  return `${column} = ANY((SELECT ${placeholder}::${type})::${type})`;
}

/** A connection as far as statements are sent over it. */
export interface Connection {
  query(...args: never[]): unknown;
  /** `I` outside of transactions. */
  getTransactionStatus(): string | null;
}

interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: unknown;
}

/** Lets a new connection keep statements that are marked. */
export function keepStatements(connection: Connection): void {
  const send = connection.query.bind(connection) as (...args: unknown[]) => unknown;
  const names = new Map<string, string>();
  let round = 0;
  const named = (text: string, values: unknown): Statement => {
    const name = names.get(text) ?? (names.size < MAX_KEPT ? `kept_${round}_${names.size}` : undefined);
    if (name === undefined) return { text, values };
    names.set(text, name);
    return { name, text, values };
  };
  const run = async (text: string, values: unknown): Promise<QueryResult> => {
    const isAlone = connection.getTransactionStatus() === 'I';
    try {
      return (await send(named(text, values))) as QueryResult;
    } catch (error) {
      if ((error as { code?: unknown }).code !== OUTDATED) throw error;
      // From now on all are prepared anew, under other names.
      names.clear();
      round += 1;
      // What a transaction is left with after an error is nothing; whoever began it may begin it anew.
      if (!isAlone) throw error;
      return (await send(named(text, values))) as QueryResult;
    }
  };
  connection.query = (...args: unknown[]): unknown => {
    const [text, values, callback] = args;
    const isKept = typeof text === 'string' && text.startsWith(MARK) && callback === undefined;
    return isKept ? run(text, values) : send(...args);
  };
}
