import { Injectable } from '@nestjs/common';
import { findPermission, Policy } from '@pipit/access';
import { Action, Hooks, forbidden, type WriteCtx } from '@pipit/kernel';
import { IsNull } from 'typeorm';
import { PermissionRevoked } from '../events.js';
import { columnsOf } from '../groups/grants.js';
import { GroupPermission } from '../groups/group.entity.js';
import { BeforeRevoke } from '../hooks.js';
import { groupSubject, takeGroup } from '../queries/groups.js';
import type { GrantPermissionInput } from './grant-permission.js';

/** Takes a permission from a group. Nobody takes what they do not hold themselves. */
@Injectable()
export class RevokePermission extends Action<GrantPermissionInput, void> {
  constructor(
    private readonly policy: Policy,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { groupId, grant }: GrantPermissionInput): Promise<void> {
    await this.policy.require(ctx, 'group.manage');
    if (!(await this.mayTake(ctx, grant))) throw forbidden('You can only take away what you hold yourself.');
    const group = await takeGroup(ctx, groupId);
    await this.hooks.run(new BeforeRevoke(ctx, group, grant));
    const { scopeKind, scopeId, scopeType } = columnsOf(grant.scope);
    await ctx.manager.delete(GroupPermission, {
      groupId,
      permission: grant.permission,
      scopeKind,
      scopeId: scopeId ?? IsNull(),
      scopeType: scopeType ?? IsNull(),
    });
    ctx.record({
      action: 'group.revoke',
      subject: groupSubject(group),
      data: { permission: grant.permission, scope: grant.scope },
    });
    ctx.emit(new PermissionRevoked(groupId, grant));
  }

  /** A permission that no lib defines any more is nobody's to hold, and everybody's who manages groups to clear away. */
  private async mayTake(ctx: WriteCtx, { permission, scope }: GrantPermissionInput['grant']): Promise<boolean> {
    return !findPermission(permission) || this.policy.holds(ctx, permission, scope);
  }
}
