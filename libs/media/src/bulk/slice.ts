import type { Slice } from '../slice.js';
import { MediaBulkKinds } from './media-bulk-kinds.js';
import { MediaSelection } from './media-selection.js';

/** What can be done to many images and documents at once. */
export const BULK: Slice = { providers: [MediaSelection, MediaBulkKinds] };
