import { getTreeScope, quoteIdentifier, withinSql, type TreeKind } from '../policy/tree-scope.js';

/**
 * SQL: leaves out every row at or below a restricted node, for readers nobody knows anything about. It needs no
 * parameters. `alias` names a table with the tree's `path`; media join their collection and pass its alias.
 */
export function publicPredicate({ kind, alias }: { kind: TreeKind; alias: string }): string {
  const table = quoteIdentifier(getTreeScope(kind).table);
  return (
    `NOT EXISTS (SELECT 1 FROM view_restriction restriction ` +
    `JOIN ${table} restricted ON restricted.id = restriction.target_id ` +
    `WHERE restriction.kind = '${kind}' AND ${withinSql(`${quoteIdentifier(alias)}.path`, 'restricted.path')})`
  );
}
