import { Injectable } from '@nestjs/common';
import { forbidden, type Ctx } from '@pipit/kernel';
import { Mastery } from '../accounts/mastery.js';
import type { User } from '../accounts/user.entity.js';
import { isAllPowerful } from '../policy.js';
import { grantsOfGroups } from './grants.js';
import type { Group } from './group.entity.js';

/** Who may put whom into which group, and take them out. */
@Injectable()
export class Memberships {
  constructor(private readonly mastery: Mastery) {}

  /** Nobody changes their own groups; nobody hands on, or takes away by a group, what they do not hold. */
  async require(ctx: Ctx, user: Pick<User, 'id'>, group: Pick<Group, 'id'>): Promise<void> {
    if (isAllPowerful(ctx)) return;
    this.mastery.requireSomebodyElse(ctx, user, 'Nobody changes which groups they are in.');
    await this.requireGroup(ctx, group);
  }

  /** Refuses unless the acting person holds all that the group is granted. */
  async requireGroup(ctx: Ctx, group: Pick<Group, 'id'>): Promise<void> {
    if (await this.mastery.hasAll(ctx, await grantsOfGroups(ctx, [group.id]))) return;
    throw forbidden('This group is granted more than you hold yourself.');
  }
}
