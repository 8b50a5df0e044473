/** Deleted pages. */
export { PagePurged } from './events.js';
export { BeforePurge } from './hooks.js';
export { PurgePage, type PurgePageInput } from './purge-page.action.js';
export { PurgeTrash, type PurgedTrash, type PurgeTrashWish } from './purge-trash.js';
export { TrashEntry } from './trash-entry.entity.js';
export { TrashList, type TrashDetail, type TrashRow } from './trash-list.js';
export type { TrashOptions } from './trash-options.js';
