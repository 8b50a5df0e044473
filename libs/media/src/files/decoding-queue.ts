import { Inject, Injectable } from '@nestjs/common';
import { unavailable } from '@pipit/kernel';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';

type Start = () => void;

/**
 * Lets a few images be decoded at once and a bounded number wait. Decoding takes memory and all the processor it can
 * get; without a bound one page of a gallery, or a folder that is uploaded, could starve every other request.
 */
@Injectable()
export class DecodingQueue {
  private readonly concurrency: number;
  private readonly length: number;
  private running = 0;
  private readonly waiting: Start[] = [];

  constructor(@Inject(MEDIA_OPTIONS) options: Pick<MediaOptions, 'renderConcurrency' | 'renderQueueLength'>) {
    this.concurrency = options.renderConcurrency;
    this.length = options.renderQueueLength;
  }

  /** Runs `work` when it is its turn; refuses at once when too many wait already. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.turn();
    try {
      return await work();
    } finally {
      this.next();
    }
  }

  private async turn(): Promise<void> {
    if (this.running < this.concurrency) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= this.length) {
      throw unavailable('Too many images are being made at the moment.', [], { retryAfter: 5 });
    }
    // Whoever finishes hands its place over, so the count stays as it is.
    await new Promise<void>((start) => this.waiting.push(start));
  }

  private next(): void {
    const start = this.waiting.shift();
    if (start) start();
    else this.running -= 1;
  }
}
