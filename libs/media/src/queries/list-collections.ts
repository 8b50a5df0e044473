import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import type { Ctx } from '@pipit/kernel';

/** A collection with what is directly in it. */
export interface CollectionRow {
  readonly id: number;
  readonly name: string;
  readonly parentId: number | null;
  readonly depth: number;
  readonly imageCount: number;
  readonly documentCount: number;
}

const USES = [
  'image.add',
  'image.choose',
  'image.edit',
  'document.add',
  'document.choose',
  'document.edit',
  'collection.add',
  'collection.edit',
];

/** The tree of collections as far as the acting person has to do with it. */
@Injectable()
export class ListCollections {
  constructor(private readonly policy: Policy) {}

  /** In tree order, siblings by name. Ancestors of what may be used are there too, so that the tree hangs together. */
  async run(ctx: Ctx): Promise<CollectionRow[]> {
    const params: unknown[] = [];
    const uses: string[] = [];
    for (const permission of USES) {
      uses.push(await this.policy.predicate(ctx, permission, { kind: 'collection', alias: 'usable' }, params));
    }
    const rows: CollectionRow[] = await ctx.manager.query(
      `SELECT c.id, c.name, c.parent_id AS "parentId", c.depth,
              (SELECT count(*)::int FROM image i WHERE i.collection_id = c.id AND i.deleted_at IS NULL) AS "imageCount",
              (SELECT count(*)::int FROM document d WHERE d.collection_id = c.id AND d.deleted_at IS NULL) AS "documentCount"
         FROM collection c
        WHERE EXISTS (SELECT 1 FROM collection usable
                       WHERE usable.path >= c.path AND usable.path < left(c.path, -1) || '/' AND (${uses.join(' OR ')}))
        ORDER BY lower(c.name), c.id`,
      params,
    );
    return inTreeOrder(rows, null);
  }
}

function inTreeOrder(rows: readonly CollectionRow[], parentId: number | null): CollectionRow[] {
  return rows.filter((row) => row.parentId === parentId).flatMap((row) => [row, ...inTreeOrder(rows, row.id)]);
}
