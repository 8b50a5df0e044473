import { Injectable } from '@nestjs/common';
import { ContentTypes } from '@pipit/content-types';
import { actorUserId, type Ctx, type Paged, type Paging } from '@pipit/kernel';
import { SubjectsSeen } from './subjects-seen.js';

/** A page or snippet that somebody has locked. */
export interface LockedItem {
  /** `page`, or the snippet's type. */
  readonly subjectType: string;
  readonly subjectId: number;
  readonly typeLabel: string;
  readonly title: string;
  readonly at: Date | null;
  /** Null when the account is gone. */
  readonly by: { readonly id: number; readonly name: string } | null;
}

/** Whose locks. */
export interface LockedQuery extends Paging {
  /** Only those the acting person set. */
  readonly mine?: boolean;
}

interface Row extends Omit<LockedItem, 'by' | 'typeLabel'> {
  readonly userId: number | null;
  readonly userName: string | null;
  readonly contentType: string;
  readonly total: number;
}

/** What is locked, the latest first. */
@Injectable()
export class LockedReport {
  constructor(
    private readonly seen: SubjectsSeen,
    private readonly types: ContentTypes,
  ) {}

  async page(ctx: Ctx, { mine = false, limit, offset }: LockedQuery): Promise<Paged<LockedItem>> {
    const params: unknown[] = [limit, offset, await this.seen.snippetTypes(ctx), mine, actorUserId(ctx.actor)];
    const pages = await this.seen.pages(ctx, params);
    const rows: Row[] = await ctx.manager.query(
      `SELECT locked.*, u.id AS "userId", u.name AS "userName", count(*) OVER ()::int AS total
         FROM (SELECT 'page' AS "subjectType", p.id AS "subjectId", p.type AS "contentType", p.draft_title AS title,
                      p.locked_at AS at, p.locked_by_id AS owner
                 FROM page p WHERE p.locked AND ${pages}
               UNION ALL
               SELECT l.subject_type, l.subject_id, l.subject_type,
                      coalesce((SELECT r.label FROM revision r WHERE r.subject_type = l.subject_type
                                  AND r.subject_id = l.subject_id ORDER BY r.id DESC LIMIT 1), ''),
                      l.locked_at, l.locked_by_id
                 FROM subject_lock l WHERE l.subject_type = ANY($3::text[])) locked
         LEFT JOIN user_account u ON u.id = locked.owner
        WHERE NOT $4::boolean OR locked.owner = $5::int
        ORDER BY locked.at DESC NULLS LAST, locked."subjectId" LIMIT $1 OFFSET $2`,
      params,
    );
    return {
      total: rows[0]?.total ?? 0,
      items: rows.map(({ subjectType, subjectId, title, at, userId, userName, contentType }) => ({
        subjectType,
        subjectId,
        title,
        at,
        typeLabel: this.types.find(contentType)?.label ?? contentType,
        by: userId === null ? null : { id: userId, name: userName ?? '' },
      })),
    };
  }
}
