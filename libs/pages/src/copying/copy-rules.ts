import { Injectable } from '@nestjs/common';
import type { Ctx, WriteCtx } from '@pipit/kernel';
import { PageTypes } from '../content/page-types.js';
import type { Page } from '../page.entity.js';
import { PageTree } from '../tree/page-tree.js';
import { subtreeRange } from '../tree/paths.js';
import { TreeRules, type ChildGroup } from '../tree/tree-rules.js';

/** The rules of the tree for all pages that a copy makes. */
@Injectable()
export class CopyRules {
  constructor(
    private readonly types: PageTypes,
    private readonly rules: TreeRules,
    private readonly tree: PageTree,
  ) {}

  /** Counting all pages of a type is right only while nobody adds one elsewhere. Taken before any row lock. */
  async lockForCounts(ctx: WriteCtx, { pageId, recursive }: { pageId: number; recursive: boolean }): Promise<void> {
    const counted = this.types.all().filter(({ rules }) => rules.maxCount !== undefined);
    if (counted.length === 0) return;
    const found: unknown[] = await ctx.manager.query(
      `SELECT 1 FROM page s JOIN page p ON p.path >= s.path AND p.path < left(s.path, -1) || '/'
        WHERE s.id = $1 AND ($2 OR p.id = s.id) AND p.type = ANY($3) LIMIT 1`,
      [pageId, recursive, counted.map(({ name }) => name)],
    );
    if (found.length > 0) await this.tree.lockForMove(ctx);
  }

  /** Refuses when one of the copies could not be made by hand where it is to stand. */
  async require(
    ctx: WriteCtx,
    { source, parent, recursive }: { source: Page; parent: Page; recursive: boolean },
  ): Promise<void> {
    const groups = await this.groups(ctx, source, recursive);
    if (ctx.actor.kind !== 'system') {
      for (const { type } of groups) this.rules.requireCreatable(this.types.of({ type }));
    }
    await this.rules.requireGroups(ctx, groups, parent);
  }

  /** The pages that are copied, by their own and their parents' types. */
  groups(ctx: Ctx, source: Pick<Page, 'id' | 'path'>, recursive: boolean): Promise<ChildGroup[]> {
    const { from, to } = subtreeRange(source.path);
    return ctx.manager.query(
      `WITH copied AS (SELECT id, parent_id, type FROM page WHERE path >= $1 AND path < $2 AND ($3 OR id = $4)),
            grouped AS (SELECT c.type, CASE WHEN c.id <> $4 THEN above.type END AS parent_type,
                               c.parent_id, count(*)::int AS pages
                          FROM copied c LEFT JOIN page above ON above.id = c.parent_id GROUP BY 1, 2, 3)
       SELECT type, parent_type AS "parentType", sum(pages)::int AS pages, max(pages) AS most
         FROM grouped GROUP BY 1, 2 ORDER BY parent_type NULLS FIRST, type`,
      [from, to, recursive, source.id],
    );
  }
}
