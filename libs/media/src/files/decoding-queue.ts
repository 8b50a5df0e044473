import { Inject, Injectable } from '@nestjs/common';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { Turns } from './turns.js';

/**
 * Lets a few images be decoded at once. Decoding takes memory and all the processor it can get; without a bound one page
 * of a gallery, or a folder that is uploaded, could starve every other request.
 */
@Injectable()
export class DecodingQueue extends Turns {
  constructor(@Inject(MEDIA_OPTIONS) options: Pick<MediaOptions, 'renderConcurrency' | 'renderQueueLength'>) {
    super(options.renderConcurrency, options.renderQueueLength);
  }
}
