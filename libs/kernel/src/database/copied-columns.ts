import type { EntityMetadata } from 'typeorm';

/** The columns of an insert that copies rows, and what is written into each. */
export interface CopiedColumns {
  /** Quoted names, in the order of {@link values}. */
  readonly names: string;
  readonly values: string;
  /** `SET` list that brings an existing copy in step; empty when there is nothing but the key. */
  readonly updates: string;
}

/**
 * For copying rows inside the database: every column of the table as it is in the row `alias`, those of `instead` with
 * that SQL. Generated keys that `instead` does not name are left to the database, so columns that come later are
 * copied without a word here.
 */
export function copiedColumns(
  metadata: EntityMetadata,
  alias: string,
  instead: Readonly<Record<string, string>>,
): CopiedColumns {
  const columns = metadata.columns.filter(
    ({ databaseName, isGenerated, asExpression }) => !asExpression && (!isGenerated || instead[databaseName]),
  );
  const keys = new Set(metadata.primaryColumns.map(({ databaseName }) => databaseName));
  const named = [...new Set(columns.map(({ databaseName }) => databaseName))];
  return {
    names: named.map((name) => `"${name}"`).join(', '),
    values: named.map((name) => instead[name] ?? `${alias}."${name}"`).join(', '),
    updates: named
      .filter((name) => !keys.has(name))
      .map((name) => `"${name}" = EXCLUDED."${name}"`)
      .join(', '),
  };
}
