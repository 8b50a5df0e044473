import { Inject, Injectable } from '@nestjs/common';
import { Turns, type TurnsOptions } from '@pipit/kernel';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';

/**
 * Lets a few images be decoded at once. Decoding takes memory and all the processor it can get; without a bound one page
 * of a gallery, or a folder that is uploaded, could starve every other request.
 */
@Injectable()
export class DecodingQueue extends Turns {
  constructor(@Inject(MEDIA_OPTIONS) options: Pick<MediaOptions, 'renderConcurrency' | 'renderQueueLength'>) {
    super(imageTurns(options.renderConcurrency, options.renderQueueLength));
  }
}

/** So many at once, so many waiting, and one sentence for the rest. */
export function imageTurns(concurrency: number, length: number): TurnsOptions {
  return { concurrency, length, refusal: 'Too many images are being made at the moment.', retryAfter: 5 };
}
