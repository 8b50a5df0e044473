import type { Slice } from '../slice.js';
import { CollectionPrivacy, RestrictCollection } from './collection-privacy.js';
import { CollectionTree } from './collection-tree.js';
import { CollectionController } from './collection.controller.js';
import { DeleteCollection } from './delete-collection.action.js';
import { EditCollection } from './edit-collection.action.js';

/** The tree of collections, and who may read what is in it. */
export const COLLECTIONS: Slice = {
  controllers: [CollectionController],
  providers: [CollectionTree, CollectionPrivacy, EditCollection, DeleteCollection, RestrictCollection],
};
