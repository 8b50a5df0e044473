import type { Slice } from '../slice.js';
import { PageBulkKinds } from './page-bulk-kinds.js';
import { PageSelection } from './page-selection.js';
import { TrashSelection } from './trash-selection.js';

/** What can be done to many pages. */
export const BULK: Slice = { providers: [PageSelection, TrashSelection, PageBulkKinds] };
