import type { Slice } from '../slice.js';
import { PageStaging } from './page-staging.js';

/** Drafts in the place of what readers see, for previews. */
export const STAGING: Slice = { providers: [PageStaging] };
