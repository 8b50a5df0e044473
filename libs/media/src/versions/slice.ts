import type { Slice } from '../slice.js';
import { MediaRows } from '../subjects/media-rows.js';
import { FileVersion } from './file-version.entity.js';
import { FileVersions } from './file-versions.js';

/** Files that images and documents had before. */
export const VERSIONS: Slice = { entities: [FileVersion], providers: [FileVersions, MediaRows] };
