import type { Provider, Type } from '@nestjs/common';
import { CollectionsController } from './collections.controller.js';
import { DocumentFilesController } from './document-files.controller.js';
import { DocumentsController } from './documents.controller.js';
import { ImageRows } from './image-rows.js';
import { ImagesController } from './images.controller.js';
import { MediaHook } from './media-hook.js';
import { MediaFilesController } from './media-files.controller.js';
import { MultipartSetup } from './multipart.setup.js';

/** Management API and public serving. */
export const CONTROLLERS: Type[] = [
  ImagesController,
  DocumentsController,
  CollectionsController,
  MediaFilesController,
  DocumentFilesController,
];

/** What only the controllers need. */
export const HTTP_PROVIDERS: Provider[] = [ImageRows, MediaHook, MultipartSetup];
