import { Injectable } from '@nestjs/common';
import {
  collectReferences,
  type DraftState,
  type EntityId,
  fieldsOf,
  ImportContent,
  ImportPages,
  insertRows,
  type JsonObject,
  keepSequenceAhead,
  newUuid,
  PageUrls,
  type PlacedReference,
  Redirect,
  ReferenceIndex,
  type ReferenceSides,
  type ReferenceSource,
  Revision,
  ROOT_ID,
  ROOT_PATH,
  Site,
  type WriteCtx,
} from '@pipit/cms';
import type { ImportPlan, PlannedContent } from '../plan/import-plan.js';
import type { Progress } from '../progress.js';

/** Adds revisions, the tree, contents, sites, redirects, and what follows from them. */
@Injectable()
export class ContentWriter {
  constructor(
    private readonly importPages: ImportPages,
    private readonly importContent: ImportContent,
    private readonly references: ReferenceIndex,
    private readonly urls: PageUrls,
  ) {}

  async write(
    ctx: WriteCtx,
    plan: ImportPlan,
    localeIds: ReadonlyMap<number, number>,
    progress: Progress,
  ): Promise<void> {
    const { contents } = plan;
    await this.writeRevisions(ctx, plan);
    await this.writeTree(ctx, plan, localeIds, progress);
    progress.begin('Contents', 2 * contents.reduce((sum, { rows }) => sum + rows.length, 0));
    // First all rows, then what they point at: two rows may point at each other.
    for (const step of ['insert', 'relate'] as const) {
      for (const { target, rows } of contents) {
        await this.importContent[step](ctx, target, rows);
        progress.advance(rows.length);
      }
    }
    await this.writeReferences(ctx, plan);
    await this.writeSites(ctx, plan);
  }

  private async writeRevisions(ctx: WriteCtx, { revisions }: ImportPlan): Promise<void> {
    const rows = revisions.map((revision) => ({ ...revision, uuid: newUuid(), baseRevisionId: null, name: null }));
    await insertRows(ctx.manager, Revision, rows);
    if (rows.length > 0) await keepSequenceAhead(ctx.manager, 'revision', Math.max(...rows.map((row) => row.id)));
  }

  private async writeTree(
    ctx: WriteCtx,
    { root, pages }: ImportPlan,
    localeIds: ReadonlyMap<number, number>,
    progress: Progress,
  ): Promise<void> {
    const localeOf = (id: number): number => localeIds.get(id) ?? id;
    progress.begin('Pages', pages.length);
    if (root) {
      await ctx.manager.query(
        'UPDATE page SET title = $2, draft_title = $2, locale_id = $3, translation_key = $4 WHERE id = $1',
        [ROOT_ID, root.title, localeOf(root.localeId), root.translationKey],
      );
    }
    await this.importPages.run(ctx, { pages: pages.map((page) => ({ ...page, localeId: localeOf(page.localeId) })) });
    progress.advance(pages.length);
  }

  private async writeSites(ctx: WriteCtx, { sites, redirects }: ImportPlan): Promise<void> {
    await insertRows(
      ctx.manager,
      Site,
      sites.map((site) => ({ ...site, uuid: newUuid() })),
    );
    if (sites.length > 0) await keepSequenceAhead(ctx.manager, 'site', Math.max(...sites.map((site) => site.id)));
    await this.urls.refresh(ctx, { path: ROOT_PATH });
    const now = new Date().toISOString();
    const rows = redirects.map((redirect) => ({ ...redirect, uuid: newUuid(), createdAt: redirect.createdAt ?? now }));
    await insertRows(ctx.manager, Redirect, rows);
    if (rows.length > 0) await keepSequenceAhead(ctx.manager, 'redirect', Math.max(...rows.map((row) => row.id)));
  }

  /** What the contents point at: live rows by what they hold, drafts by their latest revision. */
  private async writeReferences(ctx: WriteCtx, plan: ImportPlan): Promise<void> {
    const itemsOf = childItemsByOwner(plan);
    const snapshots = new Map(plan.revisions.map((revision) => [revision.id, revision.snapshot.fields]));
    const pages = new Map(plan.pages.map((page) => [page.id, page]));
    const entries: (ReferenceSides & { source: ReferenceSource })[] = [];
    for (const content of plan.contents) {
      const { target, rows, referencesAs } = content;
      if (referencesAs === null) continue;
      for (const row of rows) {
        const stored = referencesIn(target, {
          ...row.fields,
          ...linksOf(row.links),
          ...itemsOf.get(target)?.get(row.key),
        });
        const page = referencesAs === 'page' ? pages.get(Number(row.key)) : undefined;
        const state = page ?? (row.extra as Partial<DraftState> | undefined);
        const draft = snapshots.get(state?.latestRevisionId ?? 0);
        const isLive = state?.live ?? true;
        const source = { type: referencesAs, id: row.key };
        entries.push({ source, live: isLive ? stored : null, draft: draft ? referencesIn(target, draft) : stored });
      }
    }
    await this.references.addAll(ctx, entries);
  }
}

function referencesIn(target: object, fields: JsonObject): PlacedReference[] {
  return fieldsOf(target).flatMap((field) => collectReferences(field, fields[field.name] ?? null, [field.name]));
}

function linksOf(links: PlannedContent['rows'][number]['links']): JsonObject {
  return Object.fromEntries(Object.entries(links ?? {}).map(([name, ids]) => [name, [...ids]]));
}

/** Child rows in the JSON form of their owner's field: owner's class → owner's id → field → rows. */
function childItemsByOwner({ contents }: ImportPlan): Map<object, Map<EntityId, JsonObject>> {
  const rowsOf = new Map(contents.map(({ target, rows }) => [target, rows]));
  const found = new Map<object, Map<EntityId, JsonObject>>();
  for (const { target, referencesAs } of contents) {
    if (referencesAs === null) continue;
    const byOwner = new Map<EntityId, JsonObject>();
    for (const field of fieldsOf(target)) {
      const storage = field.kind.storage?.(field.options);
      if (storage?.type !== 'children') continue;
      for (const { fields, extra } of rowsOf.get(storage.target()) ?? []) {
        const ownerId = extra?.['ownerId'] as number;
        const owner = byOwner.get(ownerId) ?? {};
        const list = (owner[field.name] ?? []) as JsonObject[];
        list.push({ id: String(extra?.['uuid']), ...fields });
        byOwner.set(ownerId, { ...owner, [field.name]: list });
      }
    }
    found.set(target, byOwner);
  }
  return found;
}
