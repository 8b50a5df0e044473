import { Inject, Injectable } from '@nestjs/common';
import type { Image } from '../image.entity.js';
import { DeleteMedia } from '../trash/delete-media.js';
import { PurgeMedia } from '../trash/purge-media.js';
import { RestoreMedia } from '../trash/restore-media.js';
import { DeleteVersion } from '../versions/delete-version.js';
import { RestoreVersion } from '../versions/restore-version.js';
import { ImageSubject } from './image-subject.js';

/** Moves an image that nothing uses to the trash. */
@Injectable()
export class DeleteImage extends DeleteMedia<Image> {
  @Inject(ImageSubject) protected readonly subject!: ImageSubject;
}

/** Takes an image out of the trash. */
@Injectable()
export class RestoreImage extends RestoreMedia<Image> {
  @Inject(ImageSubject) protected readonly subject!: ImageSubject;
}

/** Deletes an image in the trash for good, with its files of all times and its renditions. */
@Injectable()
export class PurgeImage extends PurgeMedia<Image> {
  @Inject(ImageSubject) protected readonly subject!: ImageSubject;
}

/** Gives an image a file back that it had before. */
@Injectable()
export class RestoreImageVersion extends RestoreVersion<Image> {
  @Inject(ImageSubject) protected readonly subject!: ImageSubject;
}

/** Forgets an earlier file of an image for good. */
@Injectable()
export class DeleteImageVersion extends DeleteVersion<Image> {
  @Inject(ImageSubject) protected readonly subject!: ImageSubject;
}
