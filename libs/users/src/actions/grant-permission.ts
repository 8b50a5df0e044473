import { Injectable } from '@nestjs/common';
import {
  findPermission,
  getTreeScope,
  Policy,
  quoteIdentifier,
  siteTitles,
  type Grant,
  type GrantScope,
} from '@pipit/access';
import { Action, Hooks, forbidden, invalid, type WriteCtx } from '@pipit/kernel';
import { columnsOf } from '../groups/grants.js';
import { Group, GroupPermission } from '../groups/group.entity.js';
import { groupSubject, takeGroup } from '../queries/groups.js';
import { PermissionGranted } from '../events.js';
import { BeforeGrant } from '../hooks.js';

/** A permission for a group. */
export interface GrantPermissionInput {
  readonly groupId: number;
  readonly grant: Grant;
}

/** Grants a group a permission. Nobody grants what they do not hold themselves. Granting again changes nothing. */
@Injectable()
export class GrantPermission extends Action<GrantPermissionInput, void> {
  constructor(
    private readonly policy: Policy,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { groupId, grant }: GrantPermissionInput): Promise<void> {
    await this.policy.require(ctx, 'group.manage');
    requireFitting(grant);
    await requireNode(ctx, grant.scope);
    if (!(await this.policy.holds(ctx, grant.permission, grant.scope))) {
      throw forbidden('You can only grant what you hold yourself.');
    }
    const group = await takeGroup(ctx, groupId);
    await this.hooks.run(new BeforeGrant(ctx, group, grant));
    await this.store(ctx, group, grant);
    ctx.record({
      action: 'group.grant',
      subject: groupSubject(group),
      data: { permission: grant.permission, scope: grant.scope },
    });
    ctx.emit(new PermissionGranted(group.id, grant));
  }

  private async store(ctx: WriteCtx, { id }: Group, { permission, scope }: Grant): Promise<void> {
    await ctx.manager
      .createQueryBuilder()
      .insert()
      .into(GroupPermission)
      .values({ groupId: id, permission, ...columnsOf(scope) })
      .orIgnore()
      .execute();
  }
}

/** A grant has to be about what its permission is about; any permission may be granted everywhere. */
function requireFitting({ permission, scope }: Grant): void {
  const known = findPermission(permission);
  if (known && (scope.kind === 'everywhere' || scope.kind === known.scope)) return;
  if (scope.kind === 'site' && known?.perSite) return;
  const message = known
    ? `"${permission}" cannot be granted on a ${scope.kind}.`
    : `There is no permission "${permission}".`;
  throw invalid('This grant is not possible.', [{ path: '/grant', code: 'permission', message }]);
}

/** A grant on a node that is not there would come alive with whatever gets its number. */
async function requireNode(ctx: WriteCtx, scope: GrantScope): Promise<void> {
  if (scope.kind === 'everywhere' || scope.kind === 'type') return;
  const nodes =
    scope.kind === 'site' ? siteTitles() : `SELECT id FROM ${quoteIdentifier(getTreeScope(scope.kind).table)}`;
  const rows: unknown[] =
    nodes === null ? [] : await ctx.manager.query(`SELECT 1 FROM (${nodes}) node WHERE id = $1`, [scope.id]);
  if (rows.length > 0) return;
  throw invalid('This grant is not possible.', [
    { path: '/grant', code: 'unknown', message: `There is no ${scope.kind} ${scope.id}.` },
  ]);
}
