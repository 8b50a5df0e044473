import type { Slice } from '../slice.js';
import { DirectUploads } from './direct-uploads.js';
import { IncomingFiles } from './incoming-files.js';
import { FromUrlController } from './from-url.controller.js';
import { PendingUpload } from './pending-upload.entity.js';
import { UploadsController } from './uploads.controller.js';
import { UploadCleanup } from './upload-cleanup.js';
import { UploadSetup } from './upload.setup.js';
import { Uploads } from './uploads.js';

/** How files come in: in one piece, in many, from elsewhere. */
export const UPLOADS: Slice = {
  entities: [PendingUpload],
  controllers: [UploadsController, FromUrlController],
  providers: [Uploads, DirectUploads, IncomingFiles, UploadCleanup, UploadSetup],
};
