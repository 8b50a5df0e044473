import { Injectable } from '@nestjs/common';
import { Action, Hooks, insertRows, invalid, keepSequenceAhead, newUuid, type WriteCtx } from '@pipit/kernel';
import { Collection, MAX_COLLECTION_DEPTH, ROOT_COLLECTION_ID } from '../collection.entity.js';
import { CollectionTree } from '../collections/collection-tree.js';
import { CollectionAccess } from '../collection-access.js';
import { CollectionAdded } from '../events.js';
import { BeforeCollectionAdd } from '../hooks.js';

/** A new collection; `id` and `uuid` are given by imports only. */
export interface CreateCollectionInput {
  readonly name: string;
  readonly parentId?: number;
  readonly id?: number;
  readonly uuid?: string;
}

const MAX_NAME = 255;

/** Makes a collection below another. */
@Injectable()
export class CreateCollection extends Action<CreateCollectionInput, Collection> {
  constructor(
    private readonly tree: CollectionTree,
    private readonly access: CollectionAccess,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: CreateCollectionInput): Promise<Collection> {
    // The parent may be about to move, and takes its path along.
    await this.tree.lock(ctx);
    const parent = await this.access.require(ctx, 'collection.add', input.parentId ?? ROOT_COLLECTION_ID, '/parentId');
    const name = checkCollectionName(input.name);
    if (parent.depth >= MAX_COLLECTION_DEPTH) {
      const message = `Collections are at most ${MAX_COLLECTION_DEPTH} deep.`;
      throw invalid(message, [{ path: '/parentId', code: 'too_deep', message }]);
    }
    const id = input.id ?? (await nextId(ctx));
    const collection = ctx.manager.create(Collection, {
      id,
      uuid: input.uuid ?? newUuid(),
      path: `${parent.path}${id}.`,
      depth: parent.depth + 1,
      parentId: parent.id,
      name,
    });
    await this.hooks.run(new BeforeCollectionAdd(ctx, collection));
    // Not `save` or `insert`, which give a new row an id of its own.
    await insertRows(ctx.manager, Collection, [{ ...collection }]);
    if (input.id !== undefined) await keepSequenceAhead(ctx.manager, 'collection', id);
    ctx.record({ action: 'collection.add', subject: { type: 'collection', id, label: name } });
    ctx.emit(new CollectionAdded(id));
    return collection;
  }
}

/** The path of a collection contains its id, so the id has to be known first. */
async function nextId(ctx: WriteCtx): Promise<number> {
  const [row]: { id: string }[] = await ctx.manager.query(
    `SELECT nextval(pg_get_serial_sequence('collection', 'id')) AS id`,
  );
  return Number(row?.id);
}

/** The name as it is stored; throws `invalid`. */
export function checkCollectionName(text: string): string {
  const name = text.trim();
  const message = name === '' ? 'Give it a name.' : name.length > MAX_NAME ? `At most ${MAX_NAME} characters.` : null;
  if (message) throw invalid(message, [{ path: '/name', code: name === '' ? 'required' : 'too_long', message }]);
  return name;
}
