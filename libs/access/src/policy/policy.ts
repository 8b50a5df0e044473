import { Injectable } from '@nestjs/common';
import { forbidden, unauthenticated, type Actor, type Ctx } from '@pipit/kernel';
import type { GrantScope } from '../permissions/grant.js';
import { getPermission, permissionCatalogue, type Permission } from '../permissions/permission.js';
import { RequestGrants } from '../permissions/request-grants.js';
import { maskOf, type FieldMask, type MaskableField } from './field-mask.js';
import type { Explanation } from './explanation.js';
import { isNowhere, NOWHERE, reachOf, UNLIMITED, type Reach } from './reach.js';
import { reachPredicate } from './reach-sql.js';
import type { PolicyTarget, PredicateTarget } from './target.js';
import { getTreeScope, isWithin, quoteIdentifier } from './tree-scope.js';

/** Administrators and Pipit itself. */
function isUnlimited(actor: Actor): boolean {
  return actor.kind === 'system' || (actor.kind === 'user' && actor.isAdministrator);
}

/** Whoever acts through an API token has, of what they hold, only what the token names. */
function isLeftOut(actor: Actor, permission: string): boolean {
  return actor.kind === 'user' && actor.token !== undefined && !actor.token.permissions.includes(permission);
}

function reachesSite({ siteIds }: Reach, siteId: number | 'any' | undefined): boolean {
  if (siteId === undefined) return false;
  return siteId === 'any' ? siteIds.length > 0 : siteIds.includes(siteId);
}

/**
 * Decides what the acting person may do. Administrators and Pipit itself may do everything; others what their grants
 * say; what no grant allows is refused.
 */
@Injectable()
export class Policy {
  constructor(private readonly grants: RequestGrants) {}

  /** May the acting person do this to the target? Without a target: anywhere at all? */
  async can(ctx: Ctx, permission: string, target?: PolicyTarget): Promise<boolean> {
    return this.reaches(ctx, await this.reach(ctx, permission, target?.kind), target);
  }

  /** Why {@link can} says what it says: the same rule, asked of each grant by itself. */
  async explain(ctx: Ctx, permission: string, target?: PolicyTarget): Promise<Explanation> {
    const known = getPermission(permission);
    if (isLeftOut(ctx.actor, permission)) return { allowed: false, reason: 'token', grants: [] };
    if (isUnlimited(ctx.actor)) return { allowed: true, reason: 'unlimited', grants: [] };
    const given = (await this.grants.of(ctx)).filter((grant) => grant.permission === permission);
    const grants = await Promise.all(
      given.map(async (grant) => ({ grant, reaches: await this.reaches(ctx, reachOf(known, [grant]), target) })),
    );
    const allowed = grants.some(({ reaches }) => reaches);
    return { allowed, reason: allowed ? 'granted' : grants.length > 0 ? 'elsewhere' : 'never', grants };
  }

  /** Does the acting person hold any permission at all on this node? Nobody learns of others that there is such a node. */
  async knows(ctx: Ctx, node: Extract<PolicyTarget, { path: string }>): Promise<boolean> {
    for (const { name, scope } of permissionCatalogue()) {
      if (scope === node.kind && (await this.can(ctx, name, node))) return true;
    }
    return false;
  }

  /** The same, or on one below it, to which the node is the way. */
  async isInSight(ctx: Ctx, node: Extract<PolicyTarget, { path: string }>): Promise<boolean> {
    if (await this.knows(ctx, node)) return true;
    for (const { name, scope } of permissionCatalogue()) {
      if (scope !== node.kind) continue;
      const { nodeIds } = await this.reach(ctx, name, node.kind);
      if ((await this.pathsOf(ctx, node.kind, nodeIds)).some((granted) => isWithin(granted, node.path))) return true;
    }
    return false;
  }

  private async reaches(ctx: Ctx, reach: Reach, target?: PolicyTarget): Promise<boolean> {
    if (reach.everywhere) return true;
    if (!target) return !isNowhere(reach);
    if (target.kind === 'type') return reach.typeNames.includes(target.name) || reachesSite(reach, target.siteId);
    const paths = await this.pathsOf(ctx, target.kind, reach.nodeIds);
    return paths.some((granted) => isWithin(target.path, granted));
  }

  /** Throws `forbidden`, or `unauthenticated` when nobody is signed in, unless {@link can}. */
  async require(ctx: Ctx, permission: string, target?: PolicyTarget): Promise<void> {
    if (await this.can(ctx, permission, target)) return;
    if (ctx.actor.kind === 'anonymous') throw unauthenticated('Sign in to do this.');
    throw forbidden(`You need the permission "${getPermission(permission).label}" for this.`, [], { permission });
  }

  /** Names of all permissions the acting person holds somewhere. */
  async held(ctx: Ctx): Promise<string[]> {
    const names = permissionCatalogue().map(({ name }) => name);
    const held = await Promise.all(names.map((name) => this.can(ctx, name)));
    return names.filter((_name, at) => held[at]);
  }

  /**
   * The rule of {@link can} as an SQL condition on rows, for lists, search, choosers, history and exports. Appends its
   * parameters to `params` and refers to them by position; usable as a column too (`(…) AS can_edit`).
   */
  async predicate(ctx: Ctx, permission: string, target: PredicateTarget, params: unknown[]): Promise<string> {
    return reachPredicate(await this.reach(ctx, permission, target.kind), target, params);
  }

  /** Does the acting person hold the permission over all of this scope? Nobody may grant more than that. */
  async holds(ctx: Ctx, permission: string, scope: GrantScope): Promise<boolean> {
    const reach = await this.reach(ctx, permission);
    if (reach.everywhere || scope.kind === 'everywhere') return reach.everywhere;
    if (scope.kind === 'type') return reach.typeNames.includes(scope.name);
    if (scope.kind === 'site') return reach.siteIds.includes(scope.id);
    const [path] = await this.pathsOf(ctx, scope.kind, [scope.id]);
    return path !== undefined && this.can(ctx, permission, { kind: scope.kind, path });
  }

  /**
   * Which of the declared fields may be seen and changed. A field without a permission of its own is open to whoever
   * may see its subject. Permissions on nodes are asked about `node`; without one such a field stays closed.
   */
  async fieldMask(
    ctx: Ctx,
    typeName: string,
    fields: readonly MaskableField[],
    node?: PolicyTarget,
  ): Promise<FieldMask> {
    const named = new Set(fields.flatMap((field) => field.permission ?? []));
    const held = new Set<string>();
    for (const name of named) if (await this.holdsForField(ctx, name, typeName, node)) held.add(name);
    return maskOf(fields, (permission) => held.has(permission));
  }

  private async holdsForField(ctx: Ctx, name: string, typeName: string, node?: PolicyTarget): Promise<boolean> {
    const { scope } = getPermission(name);
    if (scope === 'global') return this.can(ctx, name);
    if (scope === 'type') return this.can(ctx, name, { kind: 'type', name: typeName });
    if (node?.kind === scope) return this.can(ctx, name, node);
    return (await this.reach(ctx, name)).everywhere;
  }

  private async reach(ctx: Ctx, name: string, targetKind?: Permission['scope']): Promise<Reach> {
    const permission = getPermission(name);
    if (targetKind !== undefined && targetKind !== permission.scope) {
      throw new Error(`The permission "${name}" is about ${permission.scope}, but was asked about ${targetKind}.`);
    }
    if (isLeftOut(ctx.actor, name)) return NOWHERE;
    if (isUnlimited(ctx.actor)) return UNLIMITED;
    return reachOf(permission, await this.grants.of(ctx));
  }

  /** Asked anew each time: a node may have moved since, even within one transaction. */
  private async pathsOf(ctx: Ctx, kind: 'page' | 'collection', ids: readonly number[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const table = quoteIdentifier(getTreeScope(kind).table);
    const rows: { path: string }[] = await ctx.manager.query(`SELECT path FROM ${table} WHERE id = ANY($1::int[])`, [
      ids,
    ]);
    return rows.map((row) => row.path);
  }
}
