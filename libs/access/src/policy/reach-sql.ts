import { getTreeScope, quoteIdentifier, withinSql } from './tree-scope.js';
import type { Reach } from './reach.js';
import type { PredicateTarget } from './target.js';

/** The reach as a condition on rows; appends its parameters to `params`. */
export function reachPredicate(reach: Reach, target: PredicateTarget, params: unknown[]): string {
  if (reach.everywhere) return 'TRUE';
  return target.kind === 'type' ? typePredicate(reach, target, params) : treePredicate(reach, target, params);
}

/** One statement, so that a node moved meanwhile is either before or behind us, never half of each. */
function treePredicate(reach: Reach, { kind, alias }: PredicateTarget, params: unknown[]): string {
  if (kind === 'type' || reach.nodeIds.length === 0) return 'FALSE';
  params.push(reach.nodeIds);
  const path = `${quoteIdentifier(alias)}.path`;
  return (
    `EXISTS (SELECT 1 FROM ${quoteIdentifier(getTreeScope(kind).table)} granted ` +
    `WHERE granted.id = ANY($${params.length}::int[]) AND ${withinSql(path, 'granted.path')})`
  );
}

function typePredicate(reach: Reach, { alias }: PredicateTarget, params: unknown[]): string {
  if (reach.typeNames.length === 0) return 'FALSE';
  params.push(reach.typeNames);
  return `${quoteIdentifier(alias)}.type = ANY($${params.length}::text[])`;
}
