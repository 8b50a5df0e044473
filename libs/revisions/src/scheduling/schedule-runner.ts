import { Injectable, Logger } from '@nestjs/common';
import { JobHandler, JobQueue, Problem, UnitOfWork, kept, notFound, systemCtx, type Ctx } from '@pipit/kernel';
import { DataSource } from 'typeorm';
import { ScheduleFailed } from '../events.js';
import { Schedule, type ScheduleKind } from './schedule.entity.js';
import { ScheduleTargets } from './scheduled-subjects.js';
import { DUE_TASK, ScheduleGone, type DueSchedule } from './schedules.js';

/** Schedules one worker takes at a time. */
const BATCH = 5;
/** Seconds it may keep them; when it dies, others take over after that. */
const LEASE = 20;
/** Tries that may end in a fault of ours, before one is given up. */
const MAX_ATTEMPTS = 5;

interface ClaimedRow {
  id: number;
  subject_type: string;
  subject_id: number;
  kind: ScheduleKind;
  at: Date;
  revision_id: number | null;
  label: string;
  user_id: number | null;
  user_label: string;
}

/**
 * Does what is due. Each transition is a transaction of its own that takes its schedule away, so that it happens once
 * however many workers are at it; claims only keep them from all trying the same one.
 */
@Injectable()
export class ScheduleRunner {
  private readonly logger = new Logger(ScheduleRunner.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly targets: ScheduleTargets,
  ) {}

  /** Does what is due; where there is much, it asks for another pair of hands first. */
  @JobHandler(DUE_TASK, { everySeconds: 30 })
  async work(): Promise<void> {
    for (let batch = await this.claim(); batch.length > 0; batch = await this.claim()) {
      if (batch.length === BATCH) await this.jobs.enqueue(this.dataSource.manager, DUE_TASK, {});
      for (const due of batch) await this.perform(due);
    }
    await this.lookAgain();
  }

  /** Does all that is due now, and answers how many transitions there were. */
  async all(): Promise<number> {
    let done = 0;
    for (let batch = await this.claim(); batch.length > 0; batch = await this.claim()) {
      for (const due of batch) if (await this.perform(due)) done += 1;
    }
    return done;
  }

  /** What is due now and not yet done, for those who only want to look. */
  due(): Promise<Schedule[]> {
    return this.dataSource.manager
      .createQueryBuilder(Schedule, 's')
      .where('s.at <= clock_timestamp() AND s.failedAt IS NULL')
      .orderBy('s.at')
      .addOrderBy('s.id')
      .getMany();
  }

  /** What others are at is looked for once more when they should have done it: they may have died. */
  private async lookAgain(): Promise<void> {
    const [row]: { until: Date | null }[] = await this.dataSource.query(
      'SELECT max(claimed_until) AS until FROM schedule WHERE at <= now() AND failed_at IS NULL AND claimed_until > now()',
    );
    if (!row?.until) return;
    await this.jobs.enqueue(this.dataSource.manager, DUE_TASK, {}, { runAt: row.until, key: `${DUE_TASK}:again` });
  }

  /** Of one subject only what comes first: it must not go offline and then live. */
  private async claim(): Promise<DueSchedule[]> {
    const [rows]: [ClaimedRow[], number] = await this.dataSource.query(
      kept(`UPDATE schedule SET claimed_until = now() + make_interval(secs => $2)
        WHERE id IN (SELECT s.id FROM schedule s
                      WHERE s.at <= now() AND s.failed_at IS NULL AND (s.claimed_until IS NULL OR s.claimed_until < now())
                        AND NOT EXISTS (SELECT FROM schedule earlier
                                         WHERE earlier.subject_type = s.subject_type AND earlier.subject_id = s.subject_id
                                           AND earlier.at < s.at AND earlier.failed_at IS NULL)
                      ORDER BY s.at, s.id LIMIT $1 FOR UPDATE OF s SKIP LOCKED)
        RETURNING id, subject_type, subject_id, kind, at, revision_id, label, user_id, user_label`),
      [BATCH, LEASE],
    );
    return rows.map((row) => ({
      id: row.id,
      subject: { type: row.subject_type, id: row.subject_id },
      kind: row.kind,
      at: row.at,
      revisionId: row.revision_id,
      label: row.label,
      by: { id: row.user_id, name: row.user_label },
    }));
  }

  /** True when it happened now. */
  private async perform(due: DueSchedule): Promise<boolean> {
    const ctx = systemCtx(this.dataSource.manager, 'schedule');
    try {
      const target = this.targets.find(due.subject.type);
      if (!target) throw notFound(`Nothing declares ${due.subject.type} any more.`);
      await target[due.kind](ctx, due);
      return true;
    } catch (error) {
      if (error instanceof ScheduleGone) return false;
      if (error instanceof Problem && error.status !== 503) await this.giveUp(ctx, due, error.toJSON());
      else await this.postpone(ctx, due, error);
      return false;
    }
  }

  /** A fault of ours may pass: a lost connection, a deadlock. */
  private async postpone(ctx: Ctx, due: DueSchedule, error: unknown): Promise<void> {
    this.logger.error(`The schedule of ${due.subject.type} ${due.subject.id} met a fault: ${String(error)}`);
    const [rows]: [{ attempts: number }[], number] = await this.dataSource.query(
      'UPDATE schedule SET attempts = attempts + 1 WHERE id = $1 RETURNING attempts',
      [due.id],
    );
    const detail = 'Something went wrong here, several times. The log of the server says what.';
    if ((rows[0]?.attempts ?? 0) >= MAX_ATTEMPTS) await this.giveUp(ctx, due, { code: 'internal', detail });
  }

  /** It is not tried again: whoever decided it finds it in the report of schedules, and why. */
  private async giveUp(ctx: Ctx, due: DueSchedule, problem: Record<string, unknown>): Promise<void> {
    const { id, subject, kind, label, at, revisionId, by } = due;
    const told = { code: problem['code'], detail: problem['detail'], errors: problem['errors'] ?? [] };
    const done = this.unitOfWork.run(ctx, async (tx) => {
      const [rows]: [unknown[], number] = await tx.manager.query(
        'UPDATE schedule SET failed_at = now(), problem = $3 WHERE id = $1 AND at = $2 AND failed_at IS NULL RETURNING id',
        [id, at, JSON.stringify(told)],
      );
      if (rows.length === 0) throw new ScheduleGone();
      const data = { kind, at: at.toISOString(), onBehalfOf: by, reason: told.detail };
      const category = subject.type === 'page' ? 'page' : 'snippet';
      tx.record({ action: `${category}.scheduleFailed`, subject: { ...subject, label }, revisionId, data });
      tx.emit(new ScheduleFailed(subject.type, subject.id, kind, at.toISOString(), by.id, String(told.detail)));
    });
    await done.catch((error: unknown) => {
      if (!(error instanceof ScheduleGone)) throw error;
    });
  }
}
