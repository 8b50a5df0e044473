import { Injectable } from '@nestjs/common';
import { ViewRestriction } from '@pipit/access';
import { Action, forbidden, Hooks, type WriteCtx } from '@pipit/kernel';
import { CollectionAccess } from '../collection-access.js';
import { Collection, ROOT_COLLECTION_ID } from '../collection.entity.js';
import { collectionNotEmpty } from '../errors.js';
import { CollectionDeleted } from '../events.js';
import { BeforeCollectionDelete } from '../hooks.js';
import { CollectionTree } from './collection-tree.js';

/** Deletes a collection that holds nothing, not even in the trash. */
@Injectable()
export class DeleteCollection extends Action<{ readonly id: number }, void> {
  constructor(
    private readonly tree: CollectionTree,
    private readonly access: CollectionAccess,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { id }: { readonly id: number }): Promise<void> {
    await this.tree.lock(ctx);
    const collection = await this.tree.take(ctx, id, 'collection.delete');
    if (id === ROOT_COLLECTION_ID || collection.parentId === null) throw forbidden('The root stays.');
    // Nobody deletes the collection that gives them the right to.
    await this.access.require(ctx, 'collection.delete', collection.parentId, '');
    await this.requireEmpty(ctx, collection);
    await this.hooks.run(new BeforeCollectionDelete(ctx, collection));
    await ctx.manager.delete(ViewRestriction, { kind: 'collection', targetId: id });
    await ctx.manager.delete(Collection, id);
    ctx.record({ action: 'collection.delete', subject: { type: 'collection', id, label: collection.name } });
    ctx.emit(new CollectionDeleted(id));
  }

  private async requireEmpty(ctx: WriteCtx, { id, name }: Collection): Promise<void> {
    const [held]: { collections: number; images: number; documents: number; trash: number }[] = await ctx.manager.query(
      `SELECT (SELECT count(*)::int FROM collection WHERE parent_id = $1) AS collections,
              (SELECT count(*)::int FROM image WHERE collection_id = $1 AND deleted_at IS NULL) AS images,
              (SELECT count(*)::int FROM document WHERE collection_id = $1 AND deleted_at IS NULL) AS documents,
              (SELECT count(*)::int FROM image WHERE collection_id = $1 AND deleted_at IS NOT NULL)
                + (SELECT count(*)::int FROM document WHERE collection_id = $1 AND deleted_at IS NOT NULL) AS trash`,
      [id],
    );
    const parts = Object.entries(held ?? {}).filter(([, count]) => count > 0);
    if (parts.length === 0) return;
    const words = parts.map(([what, count]) => (what === 'trash' ? `${count} in the trash` : `${count} ${what}`));
    throw collectionNotEmpty(`“${name}” holds ${words.join(', ')}.`, [], { contents: held });
  }
}
