import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, type WriteCtx } from '@pipit/kernel';
import { userSubject } from '../accounts/user-actor.js';
import { GroupLeft } from '../events.js';
import { GroupMember } from '../groups/group.entity.js';
import { Memberships } from '../groups/memberships.js';
import { BeforeGroupLeave } from '../hooks.js';
import { getUser } from '../queries/accounts.js';
import { takeGroup } from '../queries/groups.js';
import type { AddToGroupInput } from './add-to-group.js';

/** Takes somebody out of a group. */
@Injectable()
export class RemoveFromGroup extends Action<AddToGroupInput, void> {
  constructor(
    private readonly policy: Policy,
    private readonly memberships: Memberships,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { userId, groupId }: AddToGroupInput): Promise<void> {
    await this.policy.require(ctx, 'user.manage');
    const [user, group] = [await getUser(ctx, userId), await takeGroup(ctx, groupId)];
    await this.memberships.require(ctx, user, group);
    await this.hooks.run(new BeforeGroupLeave(ctx, group, user));
    await ctx.manager.delete(GroupMember, { userId, groupId });
    ctx.record({ action: 'user.removeFromGroup', subject: userSubject(user), data: { groupId, group: group.name } });
    ctx.emit(new GroupLeft(groupId, userId));
  }
}
