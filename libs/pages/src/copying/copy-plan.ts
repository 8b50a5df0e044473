import { newUuid, type WriteCtx } from '@pipit/kernel';
import type { Page } from '../page.entity.js';
import { subtreeRange } from '../tree/paths.js';

/** What copies are to be: pages of their own, read-only mirrors, or the same pages in another language. */
export type CopyKind = 'copy' | 'alias' | 'translation';

/** A page that is copied, as it was when the copying began. */
export interface Origin {
  readonly id: number;
  readonly parentId: number;
  readonly type: string;
  readonly live: boolean;
  readonly slug: string;
  /** Its own rows hold something else than its latest draft. */
  readonly draftAhead: boolean;
  readonly latestRevisionId: number | null;
  readonly liveRevisionId: number | null;
}

/** A copy to be made. */
export interface PlannedPage {
  readonly origin: Origin;
  readonly id: number;
  readonly uuid: string;
  readonly translationKey: string;
  readonly parentId: number;
  /** Origin of the uppermost page of the piece it belongs to: one piece unless some pages are translated already. */
  readonly topId: number;
  readonly childCount: number;
  /** Readers see it at once. */
  readonly live: boolean;
}

/** Which pages of a subtree are copied: all of it or its top, without those that have a translation there. */
export interface PlanRequest {
  readonly source: Page;
  readonly parentId: number;
  readonly recursive: boolean;
  readonly as: CopyKind;
  readonly localeId: number;
  readonly keepLive: boolean;
  /** The copies are their origins in another locale: those that are there already are left out. */
  readonly joined: boolean;
}

/** Everything about the copies that their origins and the request decide. Sets ids aside; writes nothing. */
export async function planCopies(ctx: WriteCtx, request: PlanRequest): Promise<PlannedPage[]> {
  const { source, parentId, as, keepLive, joined } = request;
  const origins = await originsOf(ctx, request);
  const ids = await freshIds(ctx, origins.length);
  const copyOf = new Map(origins.map(({ id }, index) => [id, ids[index]!]));
  const translations = joined ? await translationsOf(ctx, request) : new Map<number, number>();
  const topOf = new Map<number, number>();
  const children = new Map<number, number>();
  for (const origin of origins) {
    topOf.set(origin.id, topOf.get(origin.parentId) ?? origin.id);
    children.set(origin.parentId, (children.get(origin.parentId) ?? 0) + 1);
  }
  return origins.map((origin) => ({
    origin,
    id: copyOf.get(origin.id)!,
    uuid: newUuid(),
    translationKey: newUuid(),
    parentId: origin.id === source.id ? parentId : (copyOf.get(origin.parentId) ?? translations.get(origin.parentId)!),
    topId: topOf.get(origin.id)!,
    childCount: children.get(origin.id) ?? 0,
    live: origin.live && (as === 'alias' || (as === 'copy' && keepLive)),
  }));
}

/** Parents first. */
function originsOf(ctx: WriteCtx, { source, recursive, joined, localeId }: PlanRequest): Promise<Origin[]> {
  const { from, to } = subtreeRange(source.path);
  return ctx.manager.query(
    `SELECT p.id, p.parent_id AS "parentId", p.type, p.live, p.slug,
            p.latest_revision_id AS "latestRevisionId", p.live_revision_id AS "liveRevisionId",
            p.has_unpublished_changes AND p.first_published_at IS NOT NULL AS "draftAhead"
       FROM page p
      WHERE p.path >= $1 AND p.path < $2 AND ($3 OR p.id = $4)
        AND NOT ($5 AND EXISTS (SELECT FROM page t WHERE t.translation_key = p.translation_key AND t.locale_id = $6))
      ORDER BY p.path`,
    [from, to, recursive, source.id, joined, localeId],
  );
}

/** Pages of the subtree by id, with what they are in the other locale already. */
async function translationsOf(ctx: WriteCtx, { source, localeId }: PlanRequest): Promise<Map<number, number>> {
  const { from, to } = subtreeRange(source.path);
  const rows: { id: number; translation: number }[] = await ctx.manager.query(
    `SELECT p.id, t.id AS translation FROM page p
       JOIN page t ON t.translation_key = p.translation_key AND t.locale_id = $3
      WHERE p.path >= $1 AND p.path < $2`,
    [from, to, localeId],
  );
  return new Map(rows.map(({ id, translation }) => [id, translation]));
}

async function freshIds(ctx: WriteCtx, count: number): Promise<number[]> {
  const rows: { id: number }[] = await ctx.manager.query(
    `SELECT nextval(pg_get_serial_sequence('page', 'id'))::int AS id FROM generate_series(1, $1)`,
    [count],
  );
  return rows.map(({ id }) => id);
}
