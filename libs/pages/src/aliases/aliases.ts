import { Injectable } from '@nestjs/common';
import { kept, type WriteCtx } from '@pipit/kernel';
import { ReferenceIndex } from '@pipit/references';
import { ContentCopies } from '@pipit/revisions';
import { SearchIndexing } from '@pipit/search';
import { PageTypes } from '../content/page-types.js';
import { copyPrivacy } from '../copying/copied-privacy.js';
import { FirstRevisions } from '../copying/first-revisions.js';
import { PagePublished, PageUnpublished } from '../events.js';
import type { Page } from '../page.entity.js';
import { PageUrls } from '../tree/page-urls.js';

/** All mirrors of the pages $1, mirrors of mirrors included; those made of each other do not go round for ever. */
const MIRRORS = `WITH RECURSIVE mirror AS (
    SELECT id, id AS origin_id FROM page WHERE id = ANY($1::int[])
    UNION
    SELECT p.id, m.origin_id FROM page p JOIN mirror m ON p.alias_of_id = m.id)
  SELECT id FROM mirror WHERE id <> ALL($1::int[])`;

const LOCKED_MIRRORS = `
  SELECT id, path, live AS "wasLive" FROM page WHERE id IN (${MIRRORS}) ORDER BY path FOR NO KEY UPDATE`;

interface Mirror {
  readonly id: number;
  readonly path: string;
  readonly wasLive: boolean;
}

/** Keeps mirrors like the pages they mirror: content, titles, dates, and whether readers see them. */
@Injectable()
export class Aliases {
  constructor(
    private readonly types: PageTypes,
    private readonly contents: ContentCopies,
    private readonly references: ReferenceIndex,
    private readonly urls: PageUrls,
    private readonly search: SearchIndexing,
    private readonly firstRevisions: FirstRevisions,
  ) {}

  /** Brings the mirrors of a page in step with what its rows hold now: after publishing it or taking it offline. */
  async follow(ctx: WriteCtx, page: Page): Promise<void> {
    const mirrors = await this.lockMirrors(ctx, page.id);
    if (mirrors.length === 0) return;
    const ids = mirrors.map(({ id }) => id);
    await this.copyRow(ctx, page.id, ids);
    const type = this.types.of(page);
    if (this.types.hasTable(type)) {
      await this.contents.copy(
        ctx,
        type.target,
        ids.map((to) => ({ from: page.id, to })),
      );
    }
    await this.references.forget(
      ctx,
      ids.map((id) => ({ type: 'page', id })),
    );
    await this.references.copyAll(
      ctx,
      'page',
      ids.map((to) => ({ from: page.id, to, live: page.live, mirror: true })),
    );
    for (const mirror of mirrors) await this.urls.refreshOwn(ctx, mirror);
    await this.search.refresh(ctx, 'page', ids);
    await this.tell(ctx, mirrors);
  }

  /** Restricts the mirrors of a page as it is restricted itself; what covers them where they stand holds besides. */
  async followPrivacy(ctx: WriteCtx, pageId: number): Promise<void> {
    const ids = (await this.lockMirrors(ctx, pageId)).map(({ id }) => id);
    if (ids.length === 0) return;
    await ctx.manager.query(`DELETE FROM view_restriction WHERE kind = 'page' AND target_id = ANY($1::int[])`, [ids]);
    await copyPrivacy(
      ctx,
      ids.map(() => pageId),
      ids,
    );
  }

  /**
   * Makes the mirrors of pages that are about to be gone for good pages of their own. They stay what readers see.
   * Mirrors among the pages themselves are left alone.
   */
  async release(ctx: WriteCtx, pageIds: readonly number[]): Promise<void> {
    const rows: { id: number }[] = await ctx.manager.query(
      `WITH released AS (UPDATE page SET alias_of_id = NULL
                          WHERE alias_of_id = ANY($1::int[]) AND id <> ALL($1::int[]) RETURNING id)
       SELECT id FROM released`,
      [pageIds],
    );
    await this.firstRevisions.add(
      ctx,
      rows.map(({ id }) => id),
    );
  }

  /**
   * In the order of the tree, as all writers lock. Whoever this waits for may make a page of its own of one, or mirror
   * it once more: asked again until nothing has changed, which stays so, as both need a lock that is held by then.
   */
  private async lockMirrors(ctx: WriteCtx, pageId: number): Promise<Mirror[]> {
    for (;;) {
      const locked: Mirror[] = await ctx.manager.query(kept(LOCKED_MIRRORS), [[pageId]]);
      if (locked.length === 0) return locked;
      const now: Pick<Mirror, 'id'>[] = await ctx.manager.query(kept(MIRRORS), [[pageId]]);
      const ids = new Set(now.map(({ id }) => id));
      const mirrors = locked.filter(({ id }) => ids.has(id));
      if (mirrors.length === ids.size) return mirrors;
    }
  }

  private async copyRow(ctx: WriteCtx, pageId: number, ids: readonly number[]): Promise<void> {
    await ctx.manager.query(
      `UPDATE page SET title = s.title, draft_title = s.title, seo_title = s.seo_title,
              search_description = s.search_description, show_in_menus = s.show_in_menus,
              live = s.live, has_unpublished_changes = NOT s.live, expired = s.expired,
              first_published_at = s.first_published_at, last_published_at = s.last_published_at
         FROM page s WHERE s.id = $1 AND page.id = ANY($2::int[])`,
      [pageId, ids],
    );
  }

  private async tell(ctx: WriteCtx, mirrors: readonly Mirror[]): Promise<void> {
    const before = new Map(mirrors.map(({ id, wasLive }) => [id, wasLive]));
    const now: Pick<Page, 'id' | 'uuid' | 'type' | 'draftTitle' | 'urlPath' | 'live'>[] = await ctx.manager.query(
      `SELECT id, uuid, type, draft_title AS "draftTitle", url_path AS "urlPath", live FROM page WHERE id = ANY($1)`,
      [[...before.keys()]],
    );
    for (const page of now) {
      if (page.live) ctx.emit(new PagePublished(page));
      else if (before.get(page.id)) ctx.emit(new PageUnpublished(page));
    }
  }
}
