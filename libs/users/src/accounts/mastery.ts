import { Injectable } from '@nestjs/common';
import { Policy, type Grant } from '@pipit/access';
import { forbidden, type Ctx, type WriteCtx } from '@pipit/kernel';
import { lastAdministrator } from '../errors.js';
import { grantsOfGroups } from '../groups/grants.js';
import { GroupMember } from '../groups/group.entity.js';
import { isAllPowerful, isOneself } from '../policy.js';
import type { User } from './user.entity.js';

/**
 * Who may change whose account. Whoever can set somebody's address or password can become them, so that takes all the
 * rights the other has; and nobody raises, or locks out, themselves.
 */
@Injectable()
export class Mastery {
  constructor(private readonly policy: Policy) {}

  /** Refuses unless the acting person holds all that this account holds. */
  async require(ctx: Ctx, user: Pick<User, 'id' | 'isAdministrator'>): Promise<void> {
    if (await this.has(ctx, user)) return;
    throw forbidden(
      user.isAdministrator
        ? 'Only administrators change accounts of administrators.'
        : 'This account may do things that you may not. Somebody who may has to change it.',
    );
  }

  /** Does the acting person hold all that this account holds? */
  async has(ctx: Ctx, user: Pick<User, 'id' | 'isAdministrator'>): Promise<boolean> {
    if (isAllPowerful(ctx)) return true;
    if (user.isAdministrator) return false;
    const memberships = await ctx.manager.findBy(GroupMember, { userId: user.id });
    return this.hasAll(
      ctx,
      await grantsOfGroups(
        ctx,
        memberships.map(({ groupId }) => groupId),
      ),
    );
  }

  /** Does the acting person hold each of these? */
  async hasAll(ctx: Ctx, grants: readonly Grant[]): Promise<boolean> {
    if (isAllPowerful(ctx)) return true;
    for (const { permission, scope } of grants) if (!(await this.policy.holds(ctx, permission, scope))) return false;
    return true;
  }

  /** Nobody does this to their own account. */
  requireSomebodyElse(ctx: Ctx, user: Pick<User, 'id'>, message: string): void {
    if (isOneself(ctx, user.id)) throw forbidden(message);
  }

  /**
   * Refuses to lose the last administrator who can sign in. Their rows are locked in one order, so that of two who take
   * it from each other at the same time the second one sees what the first did.
   */
  async requireAnotherAdministrator(
    ctx: WriteCtx,
    user: Pick<User, 'id' | 'isAdministrator' | 'isActive'>,
  ): Promise<void> {
    if (!user.isAdministrator || !user.isActive) return;
    const rows: { id: number }[] = await ctx.manager.query(
      `SELECT id FROM user_account WHERE is_administrator AND is_active ORDER BY id FOR UPDATE`,
    );
    if (rows.some(({ id }) => id !== user.id)) return;
    throw lastAdministrator('This is the last administrator who can sign in. Make somebody else one first.');
  }
}
