import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Pictures } from '../engine/pictures.js';
import { imageRefused } from '../errors.js';
import { receiveUpload } from '../http/receive-upload.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { DecodingQueue } from './decoding-queue.js';
import { probeImage } from './probe-image.js';
import type { SpooledFile } from './spool.js';

const MAX_BYTES = 8 * 1024 * 1024;

/** A small square picture, made of what somebody sent: new pixels in a known format, and nothing else of the file. */
@Injectable()
export class SmallPictures {
  constructor(
    private readonly turns: DecodingQueue,
    private readonly pictures: Pictures,
    @Inject(MEDIA_OPTIONS) private readonly options: MediaOptions,
  ) {}

  /** Takes the file of a multipart request, refuses it as the library would, and answers a WebP of that side. */
  receiveSquare(request: FastifyRequest, side: number): Promise<Buffer> {
    const rules = { maxBytes: MAX_BYTES, folder: this.options.uploadFolder, allowedFields: [] };
    return receiveUpload(request, rules, ({ file }) => this.turns.run(() => this.square(file, side)));
  }

  private async square(file: SpooledFile, side: number): Promise<Buffer> {
    const { type } = await probeImage(this.pictures, file, this.options);
    if (type === 'svg') throw imageRefused('Take a photo: JPEG, PNG, GIF, WebP or AVIF.');
    const { data } = await this.pictures.make(file.path, {
      opening: { limitInputPixels: this.options.maxPixels, failOn: 'none' },
      steps: [
        ['timeout', { seconds: this.options.renderTimeoutSeconds }],
        ['autoOrient'],
        ['resize', { width: side, height: side, fit: 'cover', position: 'attention' }],
        ['toColourspace', 'srgb'],
        ['webp', { quality: 82 }],
      ],
    });
    return Buffer.from(data.buffer, data.byteOffset, data.length);
  }
}
