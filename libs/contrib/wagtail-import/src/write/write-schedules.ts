import { type Schedules, type WriteCtx } from '@pipit/cms';

/** Wagtail keeps moments without the zone somebody had in mind. */
const ZONE = 'UTC';

interface Planned {
  readonly type: string;
  readonly id: number;
  readonly label: string;
  readonly at: Date;
  /** Of what goes live. */
  readonly revisionId: number | null;
}

/** Plans what was approved for a time, and what goes offline at one. What is due already happens after the import. */
export async function writeSchedules(ctx: WriteCtx, schedules: Schedules): Promise<number> {
  const approved = await approvedRevisions(ctx);
  const expiring = await expiringPages(ctx, approved);
  for (const { type, id, ...plan } of approved)
    await schedules.set(ctx, { type, id }, { kind: 'goLive', zone: ZONE, ...plan });
  for (const { type, id, ...plan } of expiring)
    await schedules.set(ctx, { type, id }, { kind: 'expire', zone: ZONE, ...plan });
  await noteOnPages(ctx, approved);
  return approved.length + expiring.length;
}

/** Of each subject the one that was approved last. */
function approvedRevisions(ctx: WriteCtx): Promise<Planned[]> {
  return ctx.manager.query(
    `SELECT DISTINCT ON (subject_type, subject_id) subject_type AS type, subject_id AS id, label, approved_go_live_at AS at,
            revision.id AS "revisionId"
       FROM revision WHERE approved_go_live_at IS NOT NULL ORDER BY subject_type, subject_id, revision.id DESC`,
  );
}

/** Live pages, and those that are going to be. */
function expiringPages(ctx: WriteCtx, approved: readonly Planned[]): Promise<Planned[]> {
  const goingLive = approved.filter(({ type }) => type === 'page').map(({ id }) => id);
  return ctx.manager.query(
    `SELECT 'page' AS type, id, draft_title AS label, expire_at AS at, NULL::int AS "revisionId"
       FROM page WHERE expire_at IS NOT NULL AND NOT expired AND (live OR id = ANY($1::int[])) ORDER BY id`,
    [goingLive],
  );
}

/** A page's row says when it goes live while that is planned. */
async function noteOnPages(ctx: WriteCtx, approved: readonly Planned[]): Promise<void> {
  const pages = approved.filter(({ type }) => type === 'page');
  await ctx.manager.query(
    `UPDATE page SET go_live_at = given.at FROM unnest($1::int[], $2::timestamptz[]) AS given (id, at)
      WHERE page.id = given.id`,
    [pages.map(({ id }) => id), pages.map(({ at }) => at)],
  );
}
