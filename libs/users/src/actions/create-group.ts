import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, type WriteCtx } from '@pipit/kernel';
import { requireFreeName } from '../groups/group-name.js';
import { Group } from '../groups/group.entity.js';
import { GroupCreated } from '../events.js';
import { BeforeGroupCreate } from '../hooks.js';

/** Creates a group that is granted nothing yet. */
@Injectable()
export class CreateGroup extends Action<{ name: string }, Group> {
  constructor(
    private readonly policy: Policy,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: { name: string }): Promise<Group> {
    await this.policy.require(ctx, 'group.manage');
    const name = await requireFreeName(ctx, input.name);
    const group = ctx.manager.create(Group, { name, requiresSecondFactor: false });
    await this.hooks.run(new BeforeGroupCreate(ctx, group));
    await ctx.manager.save(group);
    ctx.record({ action: 'group.create', subject: { type: 'group', id: group.id, label: name } });
    ctx.emit(new GroupCreated(group.id));
    return group;
  }
}
