import type { QueryRunner } from 'typeorm';
import { planOf } from '../run/plan-runner.js';
import { changeRows, type ChildRowsPlace } from './place.js';
import { report } from './progress.js';
import { refreshLater } from './refresh.js';
import { rewriteSnapshots } from './snapshots.js';
import { renameKey } from './values.js';

/** A field that has another name now. */
export interface FieldRename {
  /** Name of the type: `blog.BlogPost`. */
  readonly type: string;
  readonly from: string;
  readonly to: string;
  /** For a type of child rows: where they lie in snapshots. */
  readonly within?: readonly ChildRowsPlace[];
}

/** Gives a field its new name in revisions and working copies. Its column is renamed by SQL beside it. */
export async function renameField(runner: QueryRunner, rename: FieldRename): Promise<void> {
  const { type, from, to, within = [] } = rename;
  const label = `${type}: field ${from} is called ${to} in revisions and working copies`;
  const plan = planOf(runner);
  if (plan) return plan.note({ kind: 'renameField', type, field: to, from, label });
  report(runner, label);
  for (const place of within) {
    await rewriteSnapshots(runner, place.type, (fields) =>
      changeRows(fields, place.path, (row) => renameKey(row, from, to)),
    );
  }
  if (within.length === 0) await rewriteSnapshots(runner, type, (fields) => renameKey(fields, from, to));
  await renamePointers(runner, rename);
  // Words found in the field, and references in drafts, are looked up anew.
  await refreshLater(runner, within.length > 0 ? within.map((place) => place.type) : [type]);
}

/** What points at others from inside the field says where: `/summary/3`, or `/authors/0/bio` in child rows. */
async function renamePointers(runner: QueryRunner, { type, from, to, within = [] }: FieldRename): Promise<void> {
  const places = within.length > 0 ? within : [{ type, path: '' }];
  for (const place of places) {
    const parts = place.path === '' ? [] : [...place.path.split('.'), 'item'];
    const before = parts.map((part) => (part === 'item' ? '/[^/]+' : `/${part}`)).join('');
    await runner.query(
      `UPDATE reference SET pointer = regexp_replace(pointer, $1, $2)
        WHERE pointer ~ $1 AND (source_type = $3
          OR (source_type = 'page' AND source_id IN (SELECT id FROM page WHERE page.type = $3)))`,
      [`^(${before})/${from}(?=/|$)`, `\\1/${to}`, place.type],
    );
  }
}

/** A type that has another name now. */
export interface TypeRename {
  readonly from: string;
  readonly to: string;
}

/** Columns of our own tables that hold names of types. The audit log keeps the names of its time. */
const TYPE_NAMES: readonly (readonly [table: string, column: string])[] = [
  ['page', 'type'],
  ['revision', 'content_type'],
  ['revision', 'subject_type'],
  ['working_copy', 'subject_type'],
  ['reference', 'source_type'],
  ['reference', 'target_type'],
  ['search_entry', 'subject_type'],
  ['group_permission', 'scope_type'],
];

/** Gives a type its new name wherever one is stored. Its table is renamed by SQL beside it. */
export async function renameType(runner: QueryRunner, { from, to }: TypeRename): Promise<void> {
  const label = `${from} is called ${to} wherever a type's name is stored`;
  const plan = planOf(runner);
  if (plan) return plan.note({ kind: 'renameType', type: to, from, label });
  report(runner, label);
  // A group that was granted the new name already keeps one of the two.
  await runner.query(
    `DELETE FROM group_permission AS old USING group_permission AS new
      WHERE old.scope_type = $2 AND new.scope_type = $1 AND old.group_id = new.group_id AND old.permission = new.permission`,
    [to, from],
  );
  for (const [table, column] of TYPE_NAMES) {
    await runner.query(`UPDATE "${table}" SET "${column}" = $1 WHERE "${column}" = $2`, [to, from]);
  }
}
