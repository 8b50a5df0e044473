import type { Slice } from '../slice.js';
import { MediaMigration } from './media-migration.js';
import { MediaSweep } from './media-sweep.js';
import { MediaVerification } from './media-verification.js';
import { OwnedFiles } from './owned-files.js';
import { StoredFile } from './stored-file.entity.js';

/** What the storage has to hold, and whether it does. */
export const STORAGE: Slice = {
  entities: [StoredFile],
  providers: [OwnedFiles, MediaVerification, MediaSweep, MediaMigration],
};
