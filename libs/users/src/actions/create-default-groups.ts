import { Injectable } from '@nestjs/common';
import type { Grant } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import type { Group } from '../groups/group.entity.js';
import { findGroupByName } from '../queries/groups.js';
import { CreateGroup } from './create-group.js';
import { GrantPermission } from './grant-permission.js';

/** Groups every installation begins with. */
export type DefaultGroup = 'Editors' | 'Moderators';

/** What each of them is granted at first; the permissions belong to libs this one does not know. */
export type DefaultGrants = Readonly<Record<DefaultGroup, readonly Grant[]>>;

/** Creates the default groups. Those that exist are left alone, whatever somebody has made of their grants. */
@Injectable()
export class CreateDefaultGroups {
  constructor(
    private readonly createGroup: CreateGroup,
    private readonly grantPermission: GrantPermission,
  ) {}

  async run(ctx: Ctx, grants: DefaultGrants): Promise<void> {
    for (const [name, given] of Object.entries(grants)) {
      if (!(await findGroupByName(ctx, name))) await this.create(ctx, name, given);
    }
  }

  private async create(ctx: Ctx, name: string, grants: readonly Grant[]): Promise<Group> {
    const group = await this.createGroup.run(ctx, { name });
    for (const grant of grants) await this.grantPermission.run(ctx, { groupId: group.id, grant });
    return group;
  }
}
