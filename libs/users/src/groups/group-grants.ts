import { Injectable } from '@nestjs/common';
import { GrantSource, type Grant } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';
import { grantsOfGroups } from './grants.js';

/** Grants come from groups; nobody is granted anything in person. */
@Injectable()
export class GroupGrants extends GrantSource {
  async grantsOf(ctx: Ctx): Promise<readonly Grant[]> {
    return ctx.actor.kind === 'user' ? grantsOfGroups(ctx, ctx.actor.groupIds) : [];
  }
}
