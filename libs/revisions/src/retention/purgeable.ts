import type { DataSource } from 'typeorm';
import { Revision } from '../revision.entity.js';
import type { RetentionOptions } from './retention-options.js';

/** A statement with its parameters. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * The ids of revisions that may go, oldest first, as a statement. What any table points at stays: what is live, what is
 * newest, and whatever other parts of Pipit hold on to. So does what somebody’s unsaved work began with.
 */
export function purgeable(dataSource: DataSource, { keepDays = 0, keepCount = 0 }: RetentionOptions): Statement {
  const held = holdersOf(dataSource).map(
    ({ table, column }) => `NOT EXISTS (SELECT FROM "${table}" h WHERE h."${column}" = r.id)`,
  );
  const sql = `
    SELECT r.id FROM (
      SELECT id, name, created_at, approved_go_live_at,
             row_number() OVER (PARTITION BY subject_type, subject_id ORDER BY id DESC) AS place FROM revision) r
     WHERE r.place > $1 AND r.created_at < now() - $2 * interval '1 day'
       AND r.name IS NULL AND r.approved_go_live_at IS NULL
       AND ${['NOT EXISTS (SELECT FROM working_copy w WHERE w.base_revision_id = r.id)', ...held].join('\n       AND ')}
     ORDER BY r.id`;
  return { sql, values: [Math.max(keepCount, 1), keepDays] };
}

/** Columns with a foreign key to revisions. */
function holdersOf({ entityMetadatas }: DataSource): { table: string; column: string }[] {
  return entityMetadatas.flatMap(({ tablePath, foreignKeys }) =>
    foreignKeys
      .filter(({ referencedEntityMetadata }) => referencedEntityMetadata.target === Revision)
      .map(({ columns }) => ({ table: tablePath, column: columns[0]!.databaseName })),
  );
}
