import { getTreeScope, quoteIdentifier, withinSql, type TreeKind } from '../policy/tree-scope.js';

/** What the predicate reads. One text in one place, so that {@link openedTo} finds it in any statement. */
const RESTRICTIONS = 'FROM view_restriction restriction ';

/**
 * SQL: leaves out every row at or below a restricted node, for readers nobody knows anything about. It needs no
 * parameters. `alias` names a table with the tree's `path`; media join their collection and pass its alias.
 */
export function publicPredicate({ kind, alias }: { kind: TreeKind; alias: string }): string {
  const table = quoteIdentifier(getTreeScope(kind).table);
  return (
    `NOT EXISTS (SELECT 1 ${RESTRICTIONS}` +
    `JOIN ${table} restricted ON restricted.id = restriction.target_id ` +
    `WHERE restriction.kind = '${kind}' AND ${withinSql(`${quoteIdentifier(alias)}.path`, 'restricted.path')})`
  );
}

/**
 * The same statement for readers who pass some restrictions: wherever it asks {@link publicPredicate}, those do not
 * count. Whatever a statement does with the predicate, listing, searching, counting or following references, it
 * follows, and one that is forgotten shows less, never more. The ids are those of `Readers`.
 */
export function openedTo(sql: string, passed: readonly number[]): string {
  if (passed.length === 0) return sql;
  const ids = passed.map((id) => Math.trunc(id)).join(',');
  const others = `FROM (SELECT * FROM view_restriction WHERE id <> ALL ('{${ids}}'::int[])) restriction `;
  return sql.replaceAll(RESTRICTIONS, others);
}
