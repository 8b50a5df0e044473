import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@pipit/content-types';
import { actorUserId, insertRows, newUuid, type WriteCtx } from '@pipit/kernel';
import { ContentStore, Revision } from '@pipit/revisions';
import { In } from 'typeorm';
import { PageSnapshots } from '../content/page-snapshots.js';
import { PageTypes } from '../content/page-types.js';
import { Page } from '../page.entity.js';

/** Gives pages without a history (aliases, imported pages) a first version: what their rows hold. */
@Injectable()
export class FirstRevisions {
  constructor(
    private readonly types: PageTypes,
    private readonly snapshots: PageSnapshots,
    private readonly store: ContentStore,
  ) {}

  async add(ctx: WriteCtx, pageIds: readonly number[]): Promise<void> {
    if (pageIds.length === 0) return;
    const pages = await ctx.manager.findBy(Page, { id: In([...pageIds]) });
    for (const type of new Set(pages.map((page) => page.type))) {
      await this.addOfType(
        ctx,
        type,
        pages.filter((page) => page.type === type),
      );
    }
  }

  private async addOfType(ctx: WriteCtx, name: string, pages: readonly Page[]): Promise<void> {
    const type = this.types.of({ type: name });
    const keys = pages.map(({ id }) => id);
    const rows = this.types.hasTable(type) ? await this.store.read(ctx, type.target, keys) : null;
    const createdAt = new Date();
    const revisions = pages.map((page) => ({
      uuid: newUuid(),
      subjectType: 'page',
      subjectId: page.id,
      contentType: page.type,
      createdAt,
      userId: actorUserId(ctx.actor),
      label: page.draftTitle,
      snapshot: this.snapshots.ofRows(type, page, rows?.get(page.id) ?? ({} as JsonObject)),
    }));
    await insertRows(ctx.manager, Revision, revisions);
    await ctx.manager.query(
      `UPDATE page SET latest_revision_id = r.id, latest_revision_created_at = r.created_at,
                       live_revision_id = CASE WHEN page.live THEN r.id END
         FROM revision r WHERE r.subject_type = 'page' AND r.subject_id = page.id AND r.uuid = ANY($1::uuid[])`,
      [revisions.map(({ uuid }) => uuid)],
    );
  }
}
