import type { Grant } from '../permissions/grant.js';
import type { Permission } from '../permissions/permission.js';

/**
 * How far one permission of one person goes, as the grants say it. `can` and `predicate` are both worked out from
 * this, so that a list can never show what a single look would refuse.
 */
export interface Reach {
  readonly everywhere: boolean;
  /** Granted nodes; each reaches its whole subtree. */
  readonly nodeIds: readonly number[];
  readonly typeNames: readonly string[];
  /** Sites of which everything is reached that each site has of its own. */
  readonly siteIds: readonly number[];
}

export const UNLIMITED: Reach = { everywhere: true, nodeIds: [], typeNames: [], siteIds: [] };
export const NOWHERE: Reach = { everywhere: false, nodeIds: [], typeNames: [], siteIds: [] };

/** The reach that the grants give for a permission. Grants of a kind that the permission does not know are void. */
export function reachOf(permission: Permission, grants: readonly Grant[]): Reach {
  const scopes = grants.filter((grant) => grant.permission === permission.name).map((grant) => grant.scope);
  return {
    everywhere: scopes.some((scope) => scope.kind === 'everywhere'),
    nodeIds: scopes.flatMap((scope) => ('id' in scope && scope.kind === permission.scope ? [scope.id] : [])),
    typeNames: scopes.flatMap((scope) => (scope.kind === 'type' && permission.scope === 'type' ? [scope.name] : [])),
    siteIds: scopes.flatMap((scope) => (scope.kind === 'site' && permission.perSite ? [scope.id] : [])),
  };
}

/** True when the permission is held at no place at all. */
export function isNowhere(reach: Reach): boolean {
  return !reach.everywhere && reach.nodeIds.length === 0 && reach.typeNames.length === 0 && reach.siteIds.length === 0;
}
