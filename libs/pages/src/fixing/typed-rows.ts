import { Injectable } from '@nestjs/common';
import type { WriteCtx } from '@pipit/kernel';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { ContentStore, Revisions } from '@pipit/revisions';
import { PageSnapshots } from '../content/page-snapshots.js';
import { PageTypes } from '../content/page-types.js';
import { Page } from '../page.entity.js';

/** Every page has a row in the table of its type. */
@Injectable()
export class TypedRows {
  constructor(
    private readonly types: PageTypes,
    private readonly snapshots: PageSnapshots,
    private readonly revisions: Revisions,
    private readonly store: ContentStore,
  ) {}

  /** Pages without one. */
  async findMissing(ctx: WriteCtx): Promise<number[]> {
    const missing: number[] = [];
    for (const type of this.types.all()) {
      if (!this.types.hasTable(type)) continue;
      const { tablePath } = ctx.manager.connection.getMetadata(type.target as EntityTarget<ObjectLiteral>);
      const rows: { id: number }[] = await ctx.manager.query(
        `SELECT p.id FROM page p LEFT JOIN "${tablePath}" t ON t.page_id = p.id
          WHERE p.type = $1 AND t.page_id IS NULL ORDER BY p.id`,
        [type.name],
      );
      missing.push(...rows.map(({ id }) => id));
    }
    return missing;
  }

  /** Writes them anew: what readers saw, else the latest draft, else empty. */
  async writeAnew(ctx: WriteCtx, ids: readonly number[]): Promise<void> {
    for (const id of ids) {
      const page = await ctx.manager.findOneByOrFail(Page, { id });
      const type = this.types.of(page);
      const revisionId = (page.live ? page.liveRevisionId : null) ?? page.latestRevisionId;
      const revision = revisionId === null ? null : await this.revisions.find(ctx, { type: 'page', id }, revisionId);
      const empty = this.snapshots.create(type, {}).fields;
      await this.store.write(ctx, type.target, id, { ...empty, ...revision?.snapshot.fields });
    }
  }
}
