import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, invalid, type WriteCtx } from '@pipit/kernel';
import { Mastery } from '../accounts/mastery.js';
import { handOver, ownedBy } from '../accounts/belongings.js';
import { userSubject } from '../accounts/user-actor.js';
import { User } from '../accounts/user.entity.js';
import { UserDeleted } from '../events.js';
import { BeforeUserDelete } from '../hooks.js';
import { takeUser } from '../queries/accounts.js';

/** An account to be deleted. */
export interface DeleteUserInput {
  readonly userId: number;
  /** Who gets what belongs to it; null: nobody. Has to be said when there is anything. */
  readonly successorId?: number | null;
}

/** Deletes an account for good and hands over what belongs to it. Its name stays in the audit log, its id is never used again. */
@Injectable()
export class DeleteUser extends Action<DeleteUserInput, void> {
  constructor(
    private readonly policy: Policy,
    private readonly mastery: Mastery,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { userId, successorId }: DeleteUserInput): Promise<void> {
    await this.policy.require(ctx, 'user.manage');
    const user = await takeUser(ctx, userId);
    await this.mastery.require(ctx, user);
    this.mastery.requireSomebodyElse(ctx, user, 'Nobody deletes themselves.');
    await this.mastery.requireAnotherAdministrator(ctx, user);
    const successor = await successorOf(ctx, user, successorId);
    await this.hooks.run(new BeforeUserDelete(ctx, user, successor));
    await handOver(ctx, userId, successor?.id ?? null);
    await ctx.manager.delete(User, { id: userId });
    const data = successor ? { successorId: successor.id, successor: successor.name } : {};
    ctx.record({ action: 'user.delete', subject: userSubject(user), data });
    ctx.emit(new UserDeleted(userId, successor?.id ?? null));
  }
}

async function successorOf(ctx: WriteCtx, user: User, id: number | null | undefined): Promise<User | null> {
  if (id === undefined) {
    const owned = await ownedBy(ctx, user.id);
    if (owned.length === 0) return null;
    const things = owned.map(({ label, count }) => `${count} ${label.toLowerCase()}`).join(', ');
    throw refused(`${user.name} has ${things}. Say who gets them.`, 'required');
  }
  if (id === null) return null;
  const successor = id === user.id ? null : await ctx.manager.findOneBy(User, { id, isActive: true });
  if (successor) return successor;
  throw refused('Choose somebody else who has an active account.', 'unknown');
}

function refused(message: string, code: string) {
  return invalid(message, [{ path: '/successor', code, message }]);
}
