import { Injectable } from '@nestjs/common';
import { ContentTypes, withCurrentNames } from '@pipit/content-types';
import { KEPT, actorUserId, newUuid, type Ctx, type Paged, type Paging, type WriteCtx } from '@pipit/kernel';
import { In } from 'typeorm';
import { changedFields } from './content/changed-fields.js';
import { Revision } from './revision.entity.js';
import type { Snapshot } from './snapshot.js';

/** Something with content and a history. */
export interface Subject {
  /** `page` or a snippet's type name. */
  readonly type: string;
  readonly id: number;
}

/** What a new revision holds. */
export interface NewRevision {
  readonly subject: Subject;
  readonly contentType: string;
  readonly label: string;
  readonly snapshot: Snapshot;
  readonly baseRevisionId: number | null;
}

/** Who saved a revision. */
export interface RevisionAuthor {
  readonly id: number;
  readonly name: string;
}

/** One line of a history. */
export interface RevisionSummary {
  readonly id: number;
  readonly createdAt: Date;
  readonly user: RevisionAuthor | null;
  readonly title: string;
  /** Given by an editor to find it again. */
  readonly name: string | null;
  /** Fields that differ from the revision before. */
  readonly changedFields: string[];
}

interface RevisionRow {
  id: number;
  contentType: string;
  createdAt: Date;
  title: string;
  name: string | null;
  userId: number | null;
  userName: string | null;
  snapshot: Snapshot;
  previous: Snapshot | null;
}

/** Keeps and reads the snapshots of subjects. */
@Injectable()
export class Revisions {
  constructor(private readonly types: ContentTypes) {}

  /** Adds a revision; the caller points its subject at it. */
  async add(ctx: WriteCtx, revision: NewRevision): Promise<Revision> {
    const { subject, contentType, label, snapshot, baseRevisionId } = revision;
    const values = {
      uuid: newUuid(),
      subjectType: subject.type,
      subjectId: subject.id,
      contentType,
      label,
      snapshot,
      baseRevisionId,
      userId: actorUserId(ctx.actor),
      createdAt: new Date(),
      approvedGoLiveAt: null,
      name: null,
    };
    const insert = ctx.manager
      .createQueryBuilder()
      .insert()
      .into(Revision)
      .values(values as never);
    const { identifiers } = await insert.comment(KEPT).execute();
    return Object.assign(new Revision(), values, { id: (identifiers[0] as { id: number }).id });
  }

  /** A revision of that subject; null when it has none of that id. */
  async find(ctx: Ctx, subject: Subject, id: number): Promise<Revision | null> {
    const found = await ctx.manager.findOne(Revision, {
      where: { id, subjectType: subject.type, subjectId: subject.id },
      comment: KEPT,
    });
    return found && this.withCurrentNames(found);
  }

  /** The revision of that id, its fields under the names they have today. */
  async get(ctx: Ctx, id: number): Promise<Revision> {
    return this.withCurrentNames(await ctx.manager.findOneOrFail(Revision, { where: { id }, comment: KEPT }));
  }

  /** Revisions by id, their fields under the names they have today. */
  async all(ctx: Ctx, ids: readonly number[]): Promise<Map<number, Revision>> {
    if (ids.length === 0) return new Map();
    const found = await ctx.manager.findBy(Revision, { id: In([...ids]) });
    return new Map(found.map((revision) => [revision.id, this.withCurrentNames(revision)]));
  }

  private withCurrentNames(revision: Revision): Revision {
    return Object.assign(revision, { snapshot: this.renamed(revision.contentType, revision.snapshot) });
  }

  /** A snapshot with its fields under the names they have today. */
  renamed(contentType: string, snapshot: Snapshot): Snapshot {
    const type = this.types.find(contentType);
    return type ? { ...snapshot, fields: withCurrentNames(type.fields, snapshot.fields) } : snapshot;
  }

  /** Both sides under today's names: a renamed field did not change by that. */
  private summaryOf({ contentType, previous, snapshot, ...row }: RevisionRow): RevisionSummary {
    const before = previous && this.renamed(contentType, previous);
    return {
      id: row.id,
      createdAt: row.createdAt,
      title: row.title,
      name: row.name,
      user: row.userId === null ? null : { id: row.userId, name: row.userName ?? '' },
      changedFields: changedFields(before, this.renamed(contentType, snapshot)),
    };
  }

  /** Who saved since a revision, the latest first; since the beginning without one. */
  async authorsSince(ctx: Ctx, { type, id }: Subject, revisionId: number | null): Promise<RevisionAuthor[]> {
    return ctx.manager.query(
      `SELECT u.id, u.name FROM revision r JOIN user_account u ON u.id = r.user_id
        WHERE r.subject_type = $1 AND r.subject_id = $2 AND r.id > $3
        GROUP BY u.id ORDER BY max(r.id) DESC`,
      [type, id, revisionId ?? 0],
    );
  }

  /** Drops the history of a subject that is gone for good. */
  async forget(ctx: WriteCtx, { type, id }: Subject): Promise<void> {
    await this.forgetAll(ctx, type, [id]);
  }

  /** The same for many subjects of one type. */
  async forgetAll(ctx: WriteCtx, type: string, ids: readonly number[]): Promise<void> {
    for (const table of ['subject_lock', 'schedule', 'working_copy', 'revision']) {
      await ctx.manager.query(`DELETE FROM ${table} WHERE subject_type = $1 AND subject_id = ANY($2::int[])`, [
        type,
        ids,
      ]);
    }
  }

  /** Gives a revision a name, by which it is found again and never purged; null takes it away. */
  async rename(ctx: WriteCtx, revision: Revision, name: string | null): Promise<void> {
    revision.name = name?.trim() || null;
    await ctx.manager.update(Revision, revision.id, { name: revision.name });
  }

  /** The line of one revision in its subject's history. */
  async summary(ctx: Ctx, { subjectType, subjectId, id }: Revision): Promise<RevisionSummary> {
    const rows = await this.select(ctx, { type: subjectType, id: subjectId }, { limit: 1, offset: 0 }, id);
    return this.summaryOf(rows[0]!);
  }

  /** The history, newest first. */
  async list(ctx: Ctx, subject: Subject, paging: Paging): Promise<Paged<RevisionSummary>> {
    const rows = await this.select(ctx, subject, paging);
    const total = await ctx.manager.countBy(Revision, { subjectType: subject.type, subjectId: subject.id });
    return { total, items: rows.map((row) => this.summaryOf(row)) };
  }

  private select(ctx: Ctx, subject: Subject, paging: Paging, id: number | null = null): Promise<RevisionRow[]> {
    return ctx.manager.query(
      `SELECT r.id, r.content_type AS "contentType", r.created_at AS "createdAt", r.label AS title, r.name, u.id AS "userId", u.name AS "userName", r.snapshot,
              (SELECT p.snapshot FROM revision p WHERE p.subject_type = r.subject_type AND p.subject_id = r.subject_id
                  AND p.id < r.id ORDER BY p.id DESC LIMIT 1) AS previous
         FROM revision r LEFT JOIN user_account u ON u.id = r.user_id
        WHERE r.subject_type = $1 AND r.subject_id = $2 AND ($5::int IS NULL OR r.id = $5)
        ORDER BY r.id DESC LIMIT $3 OFFSET $4`,
      [subject.type, subject.id, paging.limit, paging.offset, id],
    );
  }
}
