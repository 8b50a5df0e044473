import { Injectable } from '@nestjs/common';
import type { WriteCtx } from '@pipit/kernel';
import { ImageDeleted, ImagePurged, ImageReplaced, ImageRestored } from '../events.js';
import { StoredFiles } from '../files/stored-files.js';
import { BeforeImageDelete, BeforeImagePurge, BeforeImageReplace, BeforeImageRestore } from '../hooks.js';
import { Image } from '../image.entity.js';
import { Rendition } from '../rendition.entity.js';
import { In, Not } from 'typeorm';
import { MediaSubject } from '../subjects/media-subject.js';

/** Images, for what they share with documents. */
@Injectable()
export class ImageSubject extends MediaSubject<Image> {
  readonly type = 'image';
  readonly entity = Image;
  readonly fileColumns = [
    'width', 'height', 'frameCount', 'focalPointX', 'focalPointY', 'focalPointWidth', 'focalPointHeight', 'crops',
    'dominantColor', 'placeholder', 'metadata',
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

  /**
   * Renditions show the file before. Their addresses may stand in pages all over the world, so the rows stay and lead to
   * what the image is now; should it get the file back, they are made again.
   */
  async fileReplaced(ctx: WriteCtx, image: Image): Promise<void> {
    const former = await ctx.manager.findBy(Rendition, { imageId: image.id, sourceKey: Not(image.fileKey) });
    const made = former.filter(({ fileSize }) => fileSize !== null);
    await ctx.manager.update(Rendition, { id: In(made.map(({ id }) => id)) }, { fileSize: null });
    await this.files.removeLater(
      ctx,
      made.map(({ fileKey }) => fileKey),
    );
  }
}
