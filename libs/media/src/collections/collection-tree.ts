import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { notFound, type WriteCtx } from '@pipit/kernel';
import { Collection } from '../collection.entity.js';

/** Reads and rewrites the tree of collections for actions. */
@Injectable()
export class CollectionTree {
  constructor(private readonly policy: Policy) {}

  /** Those who change the shape of the tree do so one after the other; until the transaction ends. */
  async lock(ctx: WriteCtx): Promise<void> {
    await ctx.manager.query(`SELECT pg_advisory_xact_lock(hashtext('collection tree'))`);
  }

  /** The collection, locked, provided that the acting person may do this in it; else it does not exist for them. */
  async take(ctx: WriteCtx, id: number, permission: string): Promise<Collection> {
    const collection = await ctx.manager.findOne(Collection, { where: { id }, lock: { mode: 'pessimistic_write' } });
    const target = collection && ({ kind: 'collection', path: collection.path } as const);
    if (!target || !(await this.isSeen(ctx, target))) throw notFound(`There is no collection ${id}.`);
    await this.policy.require(ctx, permission, target);
    return collection;
  }

  /** Gives a collection another parent, and everything below it the path that follows from that. */
  async move(ctx: WriteCtx, { id, path, depth }: Collection, parent: Collection): Promise<void> {
    const target = `${parent.path}${id}.`;
    await ctx.manager.query(
      `UPDATE collection SET path = $2 || substr(path, length($1) + 1), depth = depth + $3,
              parent_id = CASE WHEN id = $4 THEN $5 ELSE parent_id END
        WHERE path >= $1 AND path < left($1, -1) || '/'`,
      [path, target, parent.depth + 1 - depth, id, parent.id],
    );
  }

  /** Depth of the deepest collection of a subtree. */
  async deepest(ctx: WriteCtx, { path }: Collection): Promise<number> {
    const [row]: { depth: number }[] = await ctx.manager.query(
      `SELECT max(depth) AS depth FROM collection WHERE path >= $1 AND path < left($1, -1) || '/'`,
      [path],
    );
    return row?.depth ?? 0;
  }

  private async isSeen(ctx: WriteCtx, target: { kind: 'collection'; path: string }): Promise<boolean> {
    const uses = ['collection.edit', 'collection.delete', 'collection.add', 'image.choose', 'document.choose'];
    for (const permission of uses) if (await this.policy.can(ctx, permission, target)) return true;
    return false;
  }
}
