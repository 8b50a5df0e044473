import { Injectable } from '@nestjs/common';
import { ContentTypes } from '@pipit/content-types';
import { actorUserId, type Ctx, type Paged, type Paging } from '@pipit/kernel';
import type { ScheduleKind } from '@pipit/revisions';
import { SubjectsSeen } from './subjects-seen.js';

/** Something that is to happen to a page or a snippet, or could not be done at its time. */
export interface ScheduledItem {
  /** `page`, or the snippet's type. */
  readonly subjectType: string;
  readonly subjectId: number;
  readonly typeLabel: string;
  readonly title: string;
  readonly kind: ScheduleKind;
  readonly at: Date;
  readonly zone: string;
  readonly by: { readonly id: number | null; readonly name: string };
  readonly failedAt: Date | null;
  readonly problem: { readonly code: string; readonly detail: string } | null;
}

/** Whose plans. */
export interface ScheduledQuery extends Paging {
  /** Only what the acting person decided. */
  readonly mine?: boolean;
}

interface Row extends Omit<ScheduledItem, 'by' | 'typeLabel'> {
  readonly userId: number | null;
  readonly userLabel: string;
  readonly contentType: string;
  readonly total: number;
}

/** What happens when: failures first, then in the order of time. */
@Injectable()
export class ScheduledReport {
  constructor(
    private readonly seen: SubjectsSeen,
    private readonly types: ContentTypes,
  ) {}

  async page(ctx: Ctx, { mine = false, limit, offset }: ScheduledQuery): Promise<Paged<ScheduledItem>> {
    const params: unknown[] = [limit, offset, await this.seen.snippetTypes(ctx), mine, actorUserId(ctx.actor)];
    const pages = await this.seen.pages(ctx, params);
    const rows: Row[] = await ctx.manager.query(
      `SELECT s.subject_type AS "subjectType", s.subject_id AS "subjectId", coalesce(p.draft_title, s.label) AS title,
              s.kind, s.at, s.zone, s.user_id AS "userId", s.user_label AS "userLabel", s.failed_at AS "failedAt",
              s.problem, coalesce(p.type, s.subject_type) AS "contentType", count(*) OVER ()::int AS total
         FROM schedule s LEFT JOIN page p ON s.subject_type = 'page' AND p.id = s.subject_id
        WHERE (s.subject_type = ANY($3::text[]) OR (s.subject_type = 'page' AND ${pages}))
          AND (NOT $4::boolean OR s.user_id = $5::int)
        ORDER BY s.failed_at IS NULL, s.at, s.id LIMIT $1 OFFSET $2`,
      params,
    );
    return {
      total: rows[0]?.total ?? 0,
      items: rows.map(({ userId, userLabel, contentType, total, problem, ...row }) => ({
        ...row,
        typeLabel: this.types.find(contentType)?.label ?? contentType,
        by: { id: userId, name: userLabel },
        problem: problem && { code: problem.code, detail: problem.detail },
      })),
    };
  }
}
