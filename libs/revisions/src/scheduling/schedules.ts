import { Injectable } from '@nestjs/common';
import { KEPT, actorUserId, invalid, kept, type Ctx, type WriteCtx } from '@pipit/kernel';
import { In } from 'typeorm';
import { Revision } from '../revision.entity.js';
import type { Subject } from '../revisions.js';
import { Schedule, type ScheduleKind } from './schedule.entity.js';
import { isTimeFault, momentOf, type ZonedTime } from './zoned-time.js';

/** The job that does what is due. */
export const DUE_TASK = 'revisions:due';

/** What is to happen, and what the subject is called. */
export interface NewSchedule {
  readonly kind: ScheduleKind;
  readonly at: Date;
  readonly zone: string;
  /** Of `goLive` only. */
  readonly revisionId: number | null;
  readonly label: string;
}

/** The times somebody asks for: null calls off, absent leaves as it is. */
export interface ScheduleWish {
  readonly goLive?: ZonedTime | null | undefined;
  readonly expire?: ZonedTime | null | undefined;
}

/** A schedule whose time has come, as the worker found it. */
export interface DueSchedule {
  readonly id: number;
  readonly subject: Subject;
  readonly kind: ScheduleKind;
  readonly at: Date;
  readonly revisionId: number | null;
  readonly label: string;
  /** Who decided it; the worker acts for them. */
  readonly by: { readonly id: number | null; readonly name: string };
}

/** What is pending or failed for one subject. */
export type Pending = Readonly<Partial<Record<ScheduleKind, Schedule>>>;

/** Thrown inside a transition when its schedule was called off, changed or done by another worker meanwhile. */
export class ScheduleGone extends Error {}

/** Keeps what is to happen to subjects and when. All times are compared with the database's clock. */
@Injectable()
export class Schedules {
  /** What is pending or failed for these subjects of one type. */
  async ofMany(ctx: Ctx, subjectType: string, ids: readonly number[]): Promise<Map<number, Pending>> {
    const rows = ids.length > 0 ? await ctx.manager.findBy(Schedule, { subjectType, subjectId: In([...ids]) }) : [];
    const found = new Map<number, Pending>();
    for (const row of rows) found.set(row.subjectId, { ...found.get(row.subjectId), [row.kind]: row });
    return found;
  }

  /** What is pending or failed for one subject. */
  async of(ctx: Ctx, { type, id }: Subject): Promise<Pending> {
    return (await this.ofMany(ctx, type, [id])).get(id) ?? {};
  }

  /** The database's clock. */
  async now(ctx: Ctx): Promise<Date> {
    const rows: { now: Date }[] = await ctx.manager.query('SELECT clock_timestamp() AS now');
    return rows[0]!.now;
  }

  /**
   * The moments that are meant. Refuses what is no time, what the clocks skip or show twice, what is past, and an end
   * before the beginning; `pending` counts where the wish says nothing.
   */
  async resolve(ctx: Ctx, wish: ScheduleWish, pending: Pending): Promise<Partial<Record<ScheduleKind, Date>>> {
    const now = await this.now(ctx);
    const moments: Partial<Record<ScheduleKind, Date>> = {};
    for (const kind of ['goLive', 'expire'] as const) {
      const wished = wish[kind];
      if (wished) moments[kind] = requireFuture(kind, requireMoment(kind, wished), now);
    }
    const [begin, end] = (['goLive', 'expire'] as const).map((kind) => {
      if (wish[kind] === null) return undefined;
      const { at, failedAt } = pending[kind] ?? {};
      return moments[kind] ?? (failedAt ? undefined : at);
    });
    if (begin && end && end <= begin) {
      const field = moments.expire ? 'expire' : 'goLive';
      throw refused(`/${field}/at`, 'order', 'It cannot go offline before it goes live.');
    }
    return moments;
  }

  /** Sets or changes what is to happen. The job for its time is enqueued in the same transaction. */
  async set(ctx: WriteCtx, subject: Subject, { kind, at, zone, revisionId, label }: NewSchedule): Promise<void> {
    await this.cancel(ctx, subject, [kind]);
    await ctx.manager.insert(Schedule, {
      subjectType: subject.type,
      subjectId: subject.id,
      kind,
      at,
      zone,
      revisionId,
      label,
      userId: actorUserId(ctx.actor),
      userLabel: 'name' in ctx.actor ? ctx.actor.name : '',
    });
    if (revisionId !== null) await ctx.manager.update(Revision, revisionId, { approvedGoLiveAt: at });
    // One job for all that is due then.
    await ctx.enqueue(DUE_TASK, {}, { runAt: at, key: `${DUE_TASK}:${at.toISOString()}` });
  }

  /** Calls off what is to happen, and answers what that was. */
  async cancel(ctx: WriteCtx, { type, id }: Subject, kinds: readonly ScheduleKind[]): Promise<Schedule[]> {
    const found = await ctx.manager.find(Schedule, {
      where: { subjectType: type, subjectId: id, kind: In([...kinds]) },
      comment: KEPT,
    });
    await this.remove(ctx, found);
    return found;
  }

  /**
   * Takes a due schedule as done, inside the transition that does it and after the subject was locked. Throws
   * {@link ScheduleGone} when it is not there any more, was changed, or its time has not come by the database's clock.
   */
  async consume(ctx: WriteCtx, due: DueSchedule): Promise<void> {
    const [found]: Schedule[] = await ctx.manager
      .createQueryBuilder(Schedule, 's')
      .comment(KEPT)
      .where('s.id = :id AND s.at <= clock_timestamp() AND s.failedAt IS NULL', due)
      .getMany();
    if (!found || found.at.getTime() !== due.at.getTime() || found.revisionId !== due.revisionId)
      throw new ScheduleGone();
    await this.remove(ctx, [found]);
  }

  /** How many subjects are still to go live or offline a minute after their time. */
  async overdue(ctx: Ctx): Promise<number> {
    const rows: { count: number }[] = await ctx.manager.query(
      `SELECT count(*)::int AS count FROM schedule WHERE failed_at IS NULL AND at < now() - interval '1 minute'`,
    );
    return rows[0]!.count;
  }

  /**
   * Subjects that came back from where nothing could happen to them: those that should be offline by now go offline
   * soon. What should have gone live waits for somebody to decide anew.
   */
  async resume(ctx: WriteCtx, subjectType: string, ids: readonly number[]): Promise<void> {
    await ctx.manager.query(
      `UPDATE schedule SET failed_at = NULL, problem = NULL, claimed_until = NULL, attempts = 0
        WHERE subject_type = $1 AND subject_id = ANY($2::int[]) AND kind = 'expire' AND failed_at IS NOT NULL`,
      [subjectType, ids],
    );
  }

  private async remove(ctx: WriteCtx, schedules: readonly Schedule[]): Promise<void> {
    if (schedules.length === 0) return;
    await ctx.manager.query(
      kept(`WITH gone AS (DELETE FROM schedule WHERE id = ANY($1::int[]) RETURNING revision_id)
            UPDATE revision SET approved_go_live_at = NULL FROM gone WHERE revision.id = gone.revision_id`),
      [schedules.map(({ id }) => id)],
    );
  }
}

/** What the audit log tells of what was called off. */
export function toldOf(schedules: readonly Schedule[]): Record<string, unknown> {
  return Object.fromEntries(schedules.map(({ kind, at, zone }) => [kind, { at: at.toISOString(), zone }]));
}

/** What the audit log tells of a transition that was decided before. */
export function decidedBefore({ at, by }: DueSchedule): Record<string, unknown> {
  return { scheduled: true, at: at.toISOString(), onBehalfOf: by };
}

function requireMoment(kind: ScheduleKind, time: ZonedTime): Date {
  const moment = momentOf(time);
  if (!isTimeFault(moment)) return moment;
  const { field, code, message, candidates } = moment;
  throw refused(`/${kind}/${field}`, code, message, candidates);
}

function requireFuture(kind: ScheduleKind, at: Date, now: Date): Date {
  if (at > now) return at;
  throw refused(`/${kind}/at`, 'past', 'That time has passed.');
}

function refused(path: string, code: string, message: string, candidates: readonly string[] = []) {
  return invalid(message, [{ path, code, message }], candidates.length > 0 ? { candidates } : {});
}
