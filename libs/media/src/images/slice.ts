import type { Slice } from '../slice.js';
import { DeleteImage, DeleteImageVersion, PurgeImage, RestoreImage, RestoreImageVersion } from './image-actions.js';
import { DescribeImages } from '../facts/describe-images.js';
import { ImageFiles } from './image-files.js';
import { ImageSubject } from './image-subject.js';
import { ImageVersionsController } from './image-versions.controller.js';
import { ReplaceImageFile } from './replace-image-file.js';

/** What is particular to images. */
export const IMAGES: Slice = {
  controllers: [ImageVersionsController],
  providers: [
    ImageSubject, ImageFiles, DescribeImages, DeleteImage, RestoreImage, PurgeImage, ReplaceImageFile, RestoreImageVersion, DeleteImageVersion,
  ], // prettier-ignore
};
