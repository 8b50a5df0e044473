import { actorUserId, copiedColumns, type WriteCtx } from '@pipit/kernel';
import { Page } from '../page.entity.js';
import { throwSlugRace } from '../tree/slugs.js';
import type { CopyKind, PlannedPage } from './copy-plan.js';

/** Where the uppermost page of a piece comes to stand. */
export interface Placing {
  /** Its origin's id. */
  readonly topId: number;
  readonly parent: Page;
  readonly sortKey: string;
  readonly slug: string;
  /** Null: as its origin is called. */
  readonly title: string | null;
}

/** What the rows of copies say beside what their origins say. */
export interface RowWishes {
  readonly as: CopyKind;
  readonly localeId: number;
  /** The copies are their origins in another locale. */
  readonly joined: boolean;
}

/** SQL of the columns a copy has of its own; all others are as in the origin's row. */
const INSTEAD = {
  id: 'made.id',
  uuid: 'made.uuid',
  translation_key: 'CASE WHEN $18::bool THEN origin.translation_key ELSE made.translation_key END',
  parent_id: 'made.parent_id',
  child_count: 'made.child_count',
  path: `top.parent_path || top.sort_key || '.' || substr(origin.path, length(top.path) + 1)`,
  sort_key: 'CASE WHEN made.is_top THEN top.sort_key ELSE origin.sort_key END',
  depth: 'origin.depth + top.parent_depth + 1 - top.depth',
  slug: 'CASE WHEN made.is_top THEN top.slug ELSE origin.slug END',
  url_path: `top.parent_url_path || top.slug || '/' || substr(origin.url_path, length(top.url_path) + 1)`,
  locale_id: '$12::int',
  live: 'made.live',
  first_published_at: 'CASE WHEN made.live THEN origin.first_published_at END',
  last_published_at: 'CASE WHEN made.live THEN origin.last_published_at END',
  go_live_at: 'NULL',
  expire_at: `CASE WHEN made.live AND $14::text <> 'alias' THEN origin.expire_at END`,
  expired: 'false',
  owner_id: '$13::int',
  locked: 'false',
  locked_by_id: 'NULL',
  locked_at: 'NULL',
  latest_revision_id: 'NULL',
  live_revision_id: 'NULL',
  latest_revision_created_at: 'NULL',
  created_at: 'now()',
  alias_of_id: `CASE WHEN $14::text = 'alias' THEN coalesce(origin.alias_of_id, origin.id) END`,
  has_unpublished_changes: `NOT made.live OR ($14::text <> 'alias' AND origin.has_unpublished_changes)`,
  title: `CASE WHEN made.is_top AND top.title IS NOT NULL THEN top.title ELSE ${drafted('title')} END`,
  draft_title: `CASE WHEN made.is_top AND top.title IS NOT NULL THEN top.title
                     WHEN $14::text = 'alias' THEN origin.title ELSE origin.draft_title END`,
  seo_title: drafted('seo_title', 'seoTitle'),
  search_description: drafted('search_description', 'searchDescription'),
  show_in_menus: `coalesce((draft.base->>'showInMenus')::boolean, origin.show_in_menus)`,
} as const;

/** Writes the rows of all copies in one statement. */
export async function insertCopies(
  ctx: WriteCtx,
  pages: readonly PlannedPage[],
  placings: readonly Placing[],
  { as, localeId, joined }: RowWishes,
): Promise<void> {
  const { names, values } = copiedColumns(ctx.manager.connection.getMetadata(Page), 'origin', INSTEAD);
  await ctx.manager
    .query(
      `WITH top AS (
       SELECT given.id, given.sort_key, given.slug, given.title, parent.path AS parent_path, parent.url_path AS parent_url_path,
              parent.depth AS parent_depth, first.path, first.url_path, first.depth
         FROM unnest($8::int[], $9::int[], $10::text[], $11::text[], $15::text[])
           AS given (id, parent_id, sort_key, slug, title)
         JOIN page parent ON parent.id = given.parent_id
         JOIN page first ON first.id = given.id),
     made AS (
       SELECT *, origin_id = top_id AS is_top
         FROM unnest($1::int[], $2::int[], $3::uuid[], $4::uuid[], $5::int[], $6::int[], $7::int[], $16::bool[], $17::bool[])
           AS planned (origin_id, id, uuid, translation_key, parent_id, top_id, child_count, live, draft_ahead))
     INSERT INTO page (${names})
     SELECT ${values}
       FROM made
       JOIN page origin ON origin.id = made.origin_id
       JOIN top ON top.id = made.top_id
       LEFT JOIN LATERAL (SELECT snapshot->'base' AS base FROM revision
                           WHERE id = origin.latest_revision_id AND made.draft_ahead) draft ON true`,
      [
        pages.map(({ origin }) => origin.id),
        pages.map(({ id }) => id),
        pages.map(({ uuid }) => uuid),
        pages.map(({ translationKey }) => translationKey),
        pages.map(({ parentId }) => parentId),
        pages.map(({ topId }) => topId),
        pages.map(({ childCount }) => childCount),
        placings.map(({ topId }) => topId),
        placings.map(({ parent }) => parent.id),
        placings.map(({ sortKey }) => sortKey),
        placings.map(({ slug }) => slug),
        localeId,
        actorUserId(ctx.actor),
        as,
        placings.map(({ title }) => title),
        pages.map(({ live }) => live),
        pages.map((page) => showsDraft(page, as)),
        joined,
      ],
    )
    .catch(throwSlugRace);
}

/** True when the rows of a copy hold the latest draft while those of its origin hold something else. */
export function showsDraft({ origin, live }: PlannedPage, as: CopyKind): boolean {
  return as !== 'alias' && !live && origin.draftAhead && origin.latestRevisionId !== null;
}

function drafted(column: string, name = column): string {
  return `coalesce(draft.base->>'${name}', origin.${column})`;
}
