import { Injectable } from '@nestjs/common';
import type { WriteCtx } from '@pipit/kernel';
import { ImageDeleted, ImagePurged, ImageReplaced, ImageRestored } from '../events.js';
import { StoredFiles } from '../files/stored-files.js';
import { BeforeImageDelete, BeforeImagePurge, BeforeImageReplace, BeforeImageRestore } from '../hooks.js';
import { Image } from '../image.entity.js';
import { Rendition } from '../rendition.entity.js';
import { MediaSubject } from '../subjects/media-subject.js';

/** Images, for what they share with documents. */
@Injectable()
export class ImageSubject extends MediaSubject<Image> {
  readonly type = 'image';
  readonly entity = Image;
  readonly fileColumns = [
    'width', 'height', 'frameCount', 'focalPointX', 'focalPointY', 'focalPointWidth', 'focalPointHeight',
  ] as const; // prettier-ignore
  readonly moments = {
    delete: { hook: BeforeImageDelete, event: ImageDeleted },
    restore: { hook: BeforeImageRestore, event: ImageRestored },
    purge: { hook: BeforeImagePurge, event: ImagePurged },
    replace: { hook: BeforeImageReplace, event: ImageReplaced },
  };

  constructor(private readonly files: StoredFiles) {
    super();
  }

  async derivedKeys(ctx: WriteCtx, { id }: Image): Promise<readonly string[]> {
    return (await ctx.manager.findBy(Rendition, { imageId: id })).map(({ fileKey }) => fileKey);
  }

  /** Renditions show the file before; they are made anew under new addresses, as their names hold its hash. */
  async fileReplaced(ctx: WriteCtx, image: Image): Promise<void> {
    const keys = await this.derivedKeys(ctx, image);
    await ctx.manager.delete(Rendition, { imageId: image.id });
    await this.files.removeLater(ctx, keys);
  }
}
