import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, type WriteCtx } from '@pipit/kernel';
import { GroupDeleted } from '../events.js';
import { Group } from '../groups/group.entity.js';
import { Memberships } from '../groups/memberships.js';
import { BeforeGroupDelete } from '../hooks.js';
import { groupSubject, takeGroup } from '../queries/groups.js';

/**
 * Deletes a group and all that it was granted; its members stay. Pages that only it could read are read by nobody
 * until somebody else is let in.
 */
@Injectable()
export class DeleteGroup extends Action<{ groupId: number }, void> {
  constructor(
    private readonly policy: Policy,
    private readonly memberships: Memberships,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { groupId }: { groupId: number }): Promise<void> {
    await this.policy.require(ctx, 'group.manage');
    const group = await takeGroup(ctx, groupId);
    await this.memberships.requireGroup(ctx, group);
    await this.hooks.run(new BeforeGroupDelete(ctx, group));
    await ctx.manager.delete(Group, { id: groupId });
    ctx.record({ action: 'group.delete', subject: groupSubject(group) });
    ctx.emit(new GroupDeleted(groupId));
  }
}
