import type { Slice } from '../slice.js';
import { FirstRevisions } from './first-revisions.js';
import { SubtreeCopy } from './subtree-copy.js';

/** Copying pages and mirroring them. */
export const COPYING: Slice = { providers: [SubtreeCopy, FirstRevisions] };
