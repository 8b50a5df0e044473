import { snakeCase } from '@pipit/kernel';
import type { Json } from '@pipit/content-types';
import type { QueryRunner } from 'typeorm';
import { planOf } from '../run/plan-runner.js';
import { columnType, primaryKey } from '../schema/catalog.js';
import { reversed, type ContentOperation } from './operation.js';
import { changeRows, type ChildRowsPlace } from './place.js';
import { report } from './progress.js';
import { refreshLater } from './refresh.js';
import { rewrite } from './rewrite.js';
import { changeField, rewriteSnapshots } from './snapshots.js';

/** What is to be done to the stored content of one field. */
export interface ContentMigration {
  /** Name of the type: `blog.BlogPost`. */
  readonly type: string;
  /** Name of the field in code. */
  readonly field: string;
  /** Done in this order. */
  readonly operations: readonly ContentOperation[];
  /** For a type of child rows: where they lie in snapshots. Its live rows have a table of their own. */
  readonly within?: readonly ChildRowsPlace[];
  /** Leaves older revisions as they are, but for those that are latest, live or waiting to go live. */
  readonly revisionsFrom?: Date | string;
}

/**
 * Changes what is stored in a field: live rows, drafts, revisions and working copies, in batches and inside the
 * migration's transaction. It reads nothing but what is stored, so the migration stays right whatever is declared later.
 *
 * @example
 * await migrateContent(runner, {
 *   type: 'blog.BlogPost',
 *   field: 'body',
 *   operations: [renameBlock('intro', 'lead'), removeMember('quote', 'source')],
 * });
 */
export async function migrateContent(runner: QueryRunner, migration: ContentMigration): Promise<void> {
  const { type, field, operations, within = [], revisionsFrom = null } = migration;
  const labels = operations.map(({ label }) => label).join('; ');
  const plan = planOf(runner);
  if (plan) {
    const renames = operations.flatMap((operation) => operation.renames ?? []);
    return plan.note({ kind: 'content', type, field, renames, label: `${type}.${field}: ${labels}` });
  }
  report(runner, `${type}.${field}: ${labels}`);
  const change = (value: Json): Json => operations.reduce((current, { apply }) => apply(current), value);
  let changed = await rewriteLive(runner, type, field, change);
  for (const place of within) {
    changed += await rewriteSnapshots(
      runner,
      place.type,
      (fields) => changeRows(fields, place.path, (row) => changeField(row, field, change)),
      revisionsFrom,
    );
  }
  if (within.length === 0) {
    changed += await rewriteSnapshots(runner, type, (fields) => changeField(fields, field, change), revisionsFrom);
  }
  if (changed > 0) await refreshLater(runner, within.length > 0 ? within.map((place) => place.type) : [type]);
}

/** Takes a content migration back; throws before it changes anything when one of its operations cannot be. */
export async function revertContent(runner: QueryRunner, migration: ContentMigration): Promise<void> {
  await migrateContent(runner, { ...migration, operations: reversed(migration.operations) });
}

async function rewriteLive(
  runner: QueryRunner,
  type: string,
  field: string,
  change: (value: Json) => Json,
): Promise<number> {
  const [table, column] = [tableOfType(type), snakeCase(field)];
  const sqlType = await columnType(runner, table, column);
  const key = await primaryKey(runner, table);
  // The rows of a field of child items have a table of their own, and a field that is gone has no column any more.
  if (!sqlType) return 0;
  return rewrite(
    runner,
    { table, key, column, type: sqlType, where: 'true', parameters: [] },
    change,
    `${type}: live rows`,
  );
}

/** The table of a declared type: `blog.BlogPost` lies in `blog_blog_post`. */
export function tableOfType(type: string): string {
  return snakeCase(type.replace('.', '_'));
}
