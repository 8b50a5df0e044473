import type { Type } from '@nestjs/common';
import { CreateCollection } from './create-collection.js';
import { EditDocument } from './edit-document.js';
import { EditImage } from './edit-image.js';
import { ImportDocument } from './import-document.js';
import { ImportImage } from './import-image.js';
import { UploadDocument } from './upload-document.js';
import { UploadImage } from './upload-image.js';

/** Everything that changes media. */
export const ACTIONS: Type[] = [
  UploadImage,
  EditImage,
  ImportImage,
  UploadDocument,
  EditDocument,
  ImportDocument,
  CreateCollection,
];
