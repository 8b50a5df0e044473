import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, forbidden, type WriteCtx } from '@pipit/kernel';
import { userSubject } from '../accounts/user-actor.js';
import { grantsOfGroups } from '../groups/grants.js';
import { GroupMember } from '../groups/group.entity.js';
import { isAllPowerful } from '../policy.js';
import { getUser } from '../queries/accounts.js';
import { getGroup } from '../queries/groups.js';
import { GroupJoined } from '../events.js';
import { BeforeGroupJoin } from '../hooks.js';

/** Somebody's membership. */
export interface AddToGroupInput {
  readonly userId: number;
  readonly groupId: number;
}

/**
 * Puts somebody into a group. Nobody adds themselves, and nobody hands on, by a group, what they do not hold; only
 * administrators and Pipit itself are free of both.
 */
@Injectable()
export class AddToGroup extends Action<AddToGroupInput, void> {
  constructor(
    private readonly policy: Policy,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { userId, groupId }: AddToGroupInput): Promise<void> {
    await this.policy.require(ctx, 'user.manage');
    const [user, group] = [await getUser(ctx, userId), await getGroup(ctx, groupId)];
    await this.requireOwnRights(ctx, userId, groupId);
    await this.hooks.run(new BeforeGroupJoin(ctx, group, user));
    await ctx.manager.createQueryBuilder().insert().into(GroupMember).values({ userId, groupId }).orIgnore().execute();
    ctx.record({ action: 'user.addToGroup', subject: userSubject(user), data: { groupId, group: group.name } });
    ctx.emit(new GroupJoined(groupId, userId));
  }

  private async requireOwnRights(ctx: WriteCtx, userId: number, groupId: number): Promise<void> {
    if (isAllPowerful(ctx)) return;
    if (ctx.actor.kind === 'user' && ctx.actor.userId === userId) throw forbidden('Nobody adds themselves to a group.');
    for (const { permission, scope } of await grantsOfGroups(ctx, [groupId])) {
      if (!(await this.policy.holds(ctx, permission, scope))) {
        throw forbidden('This group is granted more than you hold yourself.');
      }
    }
  }
}
