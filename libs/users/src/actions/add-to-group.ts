import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, type WriteCtx } from '@pipit/kernel';
import { userSubject } from '../accounts/user-actor.js';
import { GroupMember } from '../groups/group.entity.js';
import { Memberships } from '../groups/memberships.js';
import { getUser } from '../queries/accounts.js';
import { takeGroup } from '../queries/groups.js';
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
    private readonly memberships: Memberships,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { userId, groupId }: AddToGroupInput): Promise<void> {
    await this.policy.require(ctx, 'user.manage');
    const [user, group] = [await getUser(ctx, userId), await takeGroup(ctx, groupId)];
    await this.memberships.require(ctx, user, group);
    await this.hooks.run(new BeforeGroupJoin(ctx, group, user));
    await ctx.manager.createQueryBuilder().insert().into(GroupMember).values({ userId, groupId }).orIgnore().execute();
    ctx.record({ action: 'user.addToGroup', subject: userSubject(user), data: { groupId, group: group.name } });
    ctx.emit(new GroupJoined(groupId, userId));
  }
}
