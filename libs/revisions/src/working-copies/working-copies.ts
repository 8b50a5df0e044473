import { Injectable } from '@nestjs/common';
import { actorUserId, forbidden, type Ctx } from '@pipit/kernel';
import { workingCopyConflict } from '../errors.js';
import { Revisions, type Subject } from '../revisions.js';
import type { Snapshot } from '../snapshot.js';
import { WorkingCopy } from './working-copy.entity.js';

/** What somebody typed and did not save yet. */
export interface KeptWork {
  /** The revision it began with; null when there was none. */
  readonly baseRevisionId: number | null;
  /** All values, those that were not touched included. */
  readonly snapshot: Snapshot;
  readonly updatedAt: Date;
}

/** Work to be kept. */
export interface WorkToKeep extends Pick<KeptWork, 'baseRevisionId' | 'snapshot'> {
  /**
   * The copy it continues, by its `updatedAt`; null when there was none. Another one there now is refused instead of
   * replaced. Left out: whatever is there is replaced.
   */
  readonly replaces?: Date | null | undefined;
}

interface CopyRow extends KeptWork {
  readonly contentType: string | null;
}

const BEGIN = `
  INSERT INTO working_copy (subject_type, subject_id, user_id, base_revision_id, snapshot, updated_at)
  VALUES ($1, $2, $3, $4, $5::jsonb, date_trunc('milliseconds', clock_timestamp()))
  ON CONFLICT (subject_type, subject_id, user_id) DO UPDATE
     SET base_revision_id = EXCLUDED.base_revision_id, snapshot = EXCLUDED.snapshot, updated_at = EXCLUDED.updated_at
   WHERE $6
  RETURNING updated_at AS "updatedAt"`;

/** A copy that is gone was saved or given up meanwhile: a request that comes late must not bring it back. */
const CONTINUE = `
  UPDATE working_copy
     SET base_revision_id = $4, snapshot = $5::jsonb,
         updated_at = GREATEST(date_trunc('milliseconds', clock_timestamp()), updated_at + interval '1 millisecond')
   WHERE subject_type = $1 AND subject_id = $2 AND user_id = $3 AND updated_at = $6::timestamptz
  RETURNING updated_at AS "updatedAt"`;

/**
 * Autosaved work: one copy for each person and subject, seen by nobody else. It is no mutation of the subject, so it
 * needs no action and leaves no audit entry.
 */
@Injectable()
export class WorkingCopies {
  constructor(private readonly revisions: Revisions) {}

  /** The acting person's own copy; null when there is none, and for anybody who is no person. */
  async find(ctx: Ctx, { type, id }: Subject): Promise<KeptWork | null> {
    const rows: CopyRow[] = await ctx.manager.query(
      `SELECT w.base_revision_id AS "baseRevisionId", w.snapshot, w.updated_at AS "updatedAt",
              r.content_type AS "contentType"
         FROM working_copy w LEFT JOIN revision r ON r.id = w.base_revision_id
        WHERE w.subject_type = $1 AND w.subject_id = $2 AND w.user_id = $3`,
      [type, id, actorUserId(ctx.actor)],
    );
    const [row] = rows;
    if (!row) return null;
    const { baseRevisionId, updatedAt, contentType } = row;
    const snapshot = contentType === null ? row.snapshot : this.revisions.renamed(contentType, row.snapshot);
    return { baseRevisionId, snapshot, updatedAt };
  }

  /** Keeps the acting person's work and answers when, by the database's clock. */
  async save(ctx: Ctx, { type, id }: Subject, { baseRevisionId, snapshot, replaces }: WorkToKeep): Promise<Date> {
    const userId = actorUserId(ctx.actor);
    if (userId === null) throw forbidden('Only people have unsaved work.');
    const values = [type, id, userId, baseRevisionId, JSON.stringify(snapshot)];
    const rows: { updatedAt: Date }[] = replaces
      ? (await ctx.manager.query<[{ updatedAt: Date }[], number]>(CONTINUE, [...values, replaces]))[0]
      : await ctx.manager.query(BEGIN, [...values, replaces === undefined]);
    const [kept] = rows;
    if (!kept)
      throw workingCopyConflict('Your unsaved changes were continued or given up on another device or window.');
    return kept.updatedAt;
  }

  /** Drops the acting person's copy, if there is one. */
  async discard(ctx: Ctx, { type, id }: Subject): Promise<void> {
    const userId = actorUserId(ctx.actor);
    if (userId === null) return;
    await ctx.manager.delete(WorkingCopy, { subjectType: type, subjectId: id, userId });
  }
}
