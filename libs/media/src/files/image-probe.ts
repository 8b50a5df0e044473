import { Inject, Injectable } from '@nestjs/common';
import { Pictures } from '../engine/pictures.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { DecodingQueue } from './decoding-queue.js';
import { probeImage, type ImageFacts } from './probe-image.js';
import type { SpooledFile } from './spool.js';

/** Looks at images that come in, a few at a time. */
@Injectable()
export class ImageProbe {
  constructor(
    private readonly queue: DecodingQueue,
    private readonly pictures: Pictures,
    @Inject(MEDIA_OPTIONS) private readonly options: MediaOptions,
  ) {}

  /** What the file tells about itself; throws `image_refused`. Call it before a transaction begins: it may wait. */
  look(file: Pick<SpooledFile, 'path' | 'head' | 'size'>): Promise<ImageFacts> {
    return this.queue.run(() => probeImage(this.pictures, file, this.options));
  }
}
