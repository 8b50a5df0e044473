import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, type WriteCtx } from '@pipit/kernel';
import { GroupEdited } from '../events.js';
import { requireFreeName } from '../groups/group-name.js';
import { Group } from '../groups/group.entity.js';
import { Memberships } from '../groups/memberships.js';
import { BeforeGroupEdit } from '../hooks.js';
import { groupSubject, takeGroup } from '../queries/groups.js';

/** What is to be different about a group. */
export interface GroupChanges {
  readonly name?: string;
  readonly requiresSecondFactor?: boolean;
}

/** Renames a group, or says how its members have to sign in. Only by whoever holds all that it is granted. */
@Injectable()
export class EditGroup extends Action<{ groupId: number; changes: GroupChanges }, Group> {
  constructor(
    private readonly policy: Policy,
    private readonly memberships: Memberships,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(
    ctx: WriteCtx,
    { groupId, changes }: { groupId: number; changes: GroupChanges },
  ): Promise<Group> {
    await this.policy.require(ctx, 'group.manage');
    const group = await takeGroup(ctx, groupId);
    await this.memberships.requireGroup(ctx, group);
    const { name = group.name, requiresSecondFactor = group.requiresSecondFactor } = changes;
    const values = { name: await requireFreeName(ctx, name, groupId), requiresSecondFactor };
    await this.hooks.run(new BeforeGroupEdit(ctx, group));
    await ctx.manager.update(Group, groupId, values);
    Object.assign(group, values);
    ctx.record({ action: 'group.edit', subject: groupSubject(group), data: { changed: Object.keys(changes) } });
    ctx.emit(new GroupEdited(groupId));
    return group;
  }
}
