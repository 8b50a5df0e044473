import { Inject, Injectable } from '@nestjs/common';
import { actorUserId, defineProblem, type Actor, type Ctx, type Problem, type WriteCtx } from '@pipit/kernel';
import type { Subject } from '../revisions.js';
import { SubjectLock } from './subject-lock.entity.js';

/** Somebody keeps others from changing it. */
export const locked = defineProblem({ code: 'locked', status: 423, title: 'Locked' });

/** Whether a subject is locked, and by whom. Pages carry these columns. */
export interface LockState {
  readonly locked: boolean;
  /** Null when the account is gone: then nobody may edit until the lock is taken off. */
  readonly lockedById: number | null;
  readonly lockedAt: Date | null;
}

/** Who keeps others from changing something. */
export interface ToldLock {
  /** Null when the account is gone. */
  readonly by: { readonly id: number; readonly name: string } | null;
  readonly at: string | null;
  /** It keeps the acting person out too. */
  readonly holds: boolean;
}

/** How locks behave. */
export interface LockOptions {
  /** A lock holds whoever set it too, until they take it off. Default: false. */
  readonly holdsOwner?: boolean;
}

/** Options of {@link Locks}, under Nest. */
export const LOCK_OPTIONS = Symbol('pipit:lock-options');

/** The rules of locks, the same for pages and snippets. A lock binds administrators too; Pipit itself passes. */
@Injectable()
export class Locks {
  constructor(@Inject(LOCK_OPTIONS) private readonly options: LockOptions) {}

  /** True when the lock keeps the acting person from changing what is locked. */
  holds({ actor }: { readonly actor: Actor }, { locked: isLocked, lockedById }: LockState): boolean {
    if (!isLocked || actor.kind === 'system') return false;
    return this.options.holdsOwner === true || lockedById === null || lockedById !== actorUserId(actor);
  }

  /** The rule of {@link holds} as an SQL condition on rows with these columns. `me` is SQL for the acting user's id. */
  heldSql({ actor }: { readonly actor: Actor }, alias: string, me = String(actorUserId(actor))): string {
    if (actor.kind === 'system') return 'FALSE';
    if (this.options.holdsOwner || actorUserId(actor) === null) return `${alias}.locked`;
    return `(${alias}.locked AND ${alias}.locked_by_id IS DISTINCT FROM ${me})`;
  }

  /** Refuses with who locked it and when. `title` is what the subject is called. */
  async require(ctx: Ctx, state: LockState, title: string): Promise<void> {
    if (this.holds(ctx, state)) throw await this.problem(ctx, state, title);
  }

  /** The lock of a subject that has no columns for it. */
  async of(ctx: Ctx, { type, id }: Subject): Promise<LockState> {
    const found = await ctx.manager.findOneBy(SubjectLock, { subjectType: type, subjectId: id });
    return { locked: found !== null, lockedById: found?.lockedById ?? null, lockedAt: found?.lockedAt ?? null };
  }

  /** Who keeps others from changing it, as the API tells it; null when nobody does. */
  async told(ctx: Ctx, state: LockState): Promise<ToldLock | null> {
    if (!state.locked) return null;
    const by = await personOf(ctx, state.lockedById);
    return { by, at: state.lockedAt?.toISOString() ?? null, holds: this.holds(ctx, state) };
  }

  /** Locks a subject that has no columns for it. */
  async set(ctx: WriteCtx, { type, id }: Subject): Promise<void> {
    await ctx.manager.insert(SubjectLock, {
      subjectType: type,
      subjectId: id,
      lockedById: actorUserId(ctx.actor),
    });
  }

  /** Takes off what {@link set} has set. */
  async clear(ctx: WriteCtx, { type, id }: Subject): Promise<void> {
    await ctx.manager.delete(SubjectLock, { subjectType: type, subjectId: id });
  }

  private async problem(ctx: Ctx, { lockedById, lockedAt }: LockState, title: string): Promise<Problem> {
    const by = await personOf(ctx, lockedById);
    const own = lockedById !== null && lockedById === actorUserId(ctx.actor);
    const detail = own
      ? `You locked “${title}”. Unlock it to change it.`
      : `“${title}” was locked by ${by?.name ?? 'somebody whose account is gone'}. It has to be unlocked first.`;
    return locked(detail, [], { lock: { by, at: lockedAt?.toISOString() ?? null } });
  }
}

async function personOf(ctx: Ctx, id: number | null): Promise<{ id: number; name: string } | null> {
  if (id === null) return null;
  const rows: { id: number; name: string }[] = await ctx.manager.query(
    'SELECT id, name FROM user_account WHERE id = $1',
    [id],
  );
  return rows[0] ?? null;
}
