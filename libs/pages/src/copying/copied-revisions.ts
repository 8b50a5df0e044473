import { actorUserId, newUuid, type WriteCtx } from '@pipit/kernel';
import { withCopiedRowIds } from '@pipit/revisions';
import type { PageTypes } from '../content/page-types.js';
import type { Placing } from './copied-pages.js';
import type { PlannedPage } from './copy-plan.js';

/** A revision to be made of another. */
interface RevisionCopy {
  readonly from: number;
  readonly pageId: number;
  readonly uuid: string;
  readonly latest: boolean;
  readonly live: boolean;
  /** Base values that differ from the origin's. */
  readonly base: Readonly<Record<string, string>>;
}

/**
 * Gives every copy the latest draft of its origin as its first version, and what is live as one more where readers of
 * the copy see something else. One statement for each type, one for the pages.
 */
export async function copyRevisions(
  ctx: WriteCtx,
  types: PageTypes,
  pages: readonly PlannedPage[],
  placings: readonly Placing[],
): Promise<void> {
  for (const type of new Set(pages.map(({ origin }) => origin.type))) {
    const ofType = pages.filter(({ origin }) => origin.type === type);
    const copies = ofType.flatMap((page) => revisionsOf(page, placings));
    if (copies.length > 0) await insert(ctx, types, type, copies);
  }
}

function revisionsOf(page: PlannedPage, placings: readonly Placing[]): RevisionCopy[] {
  const { origin, id, live } = page;
  if (origin.latestRevisionId === null) return [];
  const placing = placings.find(({ topId }) => topId === origin.id);
  // A pending change of address stays with pages that readers go on seeing; of others the rows hold the draft.
  const slug = placing?.slug ?? (live ? null : origin.slug);
  const title = placing?.title ?? null;
  const base = { ...(slug === null ? {} : { slug }), ...(title === null ? {} : { title }) };
  const one = { pageId: id, base };
  const latest = { ...one, from: origin.latestRevisionId, uuid: newUuid(), latest: true };
  if (!live || origin.liveRevisionId === null) return [{ ...latest, live: false }];
  if (origin.liveRevisionId === origin.latestRevisionId) return [{ ...latest, live: true }];
  const shown = { ...one, from: origin.liveRevisionId, uuid: newUuid(), latest: false, live: true };
  return [shown, { ...latest, live: false }];
}

async function insert(
  ctx: WriteCtx,
  types: PageTypes,
  typeName: string,
  copies: readonly RevisionCopy[],
): Promise<void> {
  const type = types.of({ type: typeName });
  const fields = types.hasTable(type) ? withCopiedRowIds(type.target, `r.snapshot->'fields'`, 'made.page_id') : null;
  const snapshot = `r.snapshot || jsonb_build_object('base', (r.snapshot->'base') || made.base)`;
  await ctx.manager.query(
    `WITH made AS (
       SELECT * FROM unnest($1::int[], $2::int[], $3::uuid[], $4::bool[], $5::bool[], $6::jsonb[])
         WITH ORDINALITY AS made (origin, page_id, uuid, latest, live, base, place)),
     added AS (
       INSERT INTO revision (uuid, subject_type, subject_id, content_type, created_at, user_id, label, snapshot)
       SELECT made.uuid, 'page', made.page_id, r.content_type, now(), $7, coalesce(made.base->>'title', r.label),
              ${snapshot}${fields === null ? '' : ` || jsonb_build_object('fields', ${fields})`}
         FROM made JOIN revision r ON r.id = made.origin ORDER BY made.place
       RETURNING id, uuid, created_at),
     pointers AS (
       SELECT made.page_id, max(added.id) FILTER (WHERE made.latest) AS latest,
              max(added.id) FILTER (WHERE made.live) AS live, max(added.created_at) AS created_at
         FROM made JOIN added USING (uuid) GROUP BY made.page_id)
     UPDATE page SET latest_revision_id = pointers.latest, live_revision_id = pointers.live,
                     latest_revision_created_at = pointers.created_at
       FROM pointers WHERE page.id = pointers.page_id`,
    [
      copies.map(({ from }) => from),
      copies.map(({ pageId }) => pageId),
      copies.map(({ uuid }) => uuid),
      copies.map(({ latest }) => latest),
      copies.map(({ live }) => live),
      copies.map(({ base }) => JSON.stringify(base)),
      actorUserId(ctx.actor),
    ],
  );
}
