import type { Slice } from '../slice.js';
import { DeleteImage, DeleteImageVersion, PurgeImage, RestoreImage, RestoreImageVersion } from './image-actions.js';
import { ImageSubject } from './image-subject.js';

/** What is particular to images. */
export const IMAGES: Slice = {
  providers: [ImageSubject, DeleteImage, RestoreImage, PurgeImage, RestoreImageVersion, DeleteImageVersion],
};
