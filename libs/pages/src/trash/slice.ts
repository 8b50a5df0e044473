import type { Slice } from '../slice.js';
import { TrashController } from './http/trash.controller.js';
import { PurgePage } from './purge-page.action.js';
import { PurgeTrash } from './purge-trash.js';
import { TrashEntry } from './trash-entry.entity.js';
import { TrashList } from './trash-list.js';

/** Deleted pages, until they come back or go for good. */
export const TRASH: Slice = {
  entities: [TrashEntry],
  controllers: [TrashController],
  providers: [TrashList, PurgePage, PurgeTrash],
};
