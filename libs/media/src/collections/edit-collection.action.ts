import { Injectable } from '@nestjs/common';
import { Action, Hooks, invalid, type WriteCtx } from '@pipit/kernel';
import { checkCollectionName } from '../actions/create-collection.js';
import { CollectionAccess } from '../collection-access.js';
import { Collection, MAX_COLLECTION_DEPTH, ROOT_COLLECTION_ID } from '../collection.entity.js';
import { CollectionEdited } from '../events.js';
import { BeforeCollectionEdit } from '../hooks.js';
import { CollectionTree } from './collection-tree.js';

/** What to change; undefined leaves it as it is. */
export interface EditCollectionInput {
  readonly id: number;
  readonly name?: string;
  readonly parentId?: number;
}

/** Renames a collection or moves it, with all that is in it, below another. Permissions and privacy there hold for it. */
@Injectable()
export class EditCollection extends Action<EditCollectionInput, Collection> {
  constructor(
    private readonly tree: CollectionTree,
    private readonly access: CollectionAccess,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { id, name, parentId }: EditCollectionInput): Promise<Collection> {
    if (parentId !== undefined) await this.tree.lock(ctx);
    const collection = await this.tree.take(ctx, id, 'collection.edit');
    const parent =
      parentId !== undefined && parentId !== collection.parentId
        ? await this.newParent(ctx, collection, parentId)
        : null;
    const changed = ctx.manager.create(Collection, {
      ...collection,
      ...(name === undefined ? {} : { name: checkCollectionName(name) }),
      ...(parent ? { parentId: parent.id, depth: parent.depth + 1, path: `${parent.path}${id}.` } : {}),
    });
    await this.hooks.run(new BeforeCollectionEdit(ctx, changed));
    await ctx.manager.update(Collection, id, { name: changed.name });
    if (parent) await this.tree.move(ctx, collection, parent);
    const data = {
      ...(name === undefined ? {} : { name: changed.name }),
      ...(parent ? { from: collection.parentId, to: parent.id } : {}),
    };
    ctx.record({ action: 'collection.edit', subject: { type: 'collection', id, label: changed.name }, data });
    ctx.emit(new CollectionEdited(id));
    return changed;
  }

  /** Moving takes rights away and gives others, so it needs them at both ends: to delete here, to add there. */
  private async newParent(ctx: WriteCtx, collection: Collection, parentId: number): Promise<Collection> {
    const refuse = (code: string, message: string) => invalid(message, [{ path: '/parentId', code, message }]);
    if (collection.id === ROOT_COLLECTION_ID) throw refuse('root', 'The root stays where it is.');
    await this.access.require(ctx, 'collection.delete', collection.parentId ?? ROOT_COLLECTION_ID, '/parentId');
    const parent = await this.access.require(ctx, 'collection.add', parentId, '/parentId');
    if (parent.path.startsWith(collection.path)) throw refuse('below_itself', 'A collection cannot be in itself.');
    const depth = parent.depth + 1 - collection.depth + (await this.tree.deepest(ctx, collection));
    if (depth > MAX_COLLECTION_DEPTH) throw refuse('too_deep', `Collections are at most ${MAX_COLLECTION_DEPTH} deep.`);
    return parent;
  }
}
