import { setImmediate } from 'node:timers';

/** Milliseconds of each turn of the event loop; a page that is kept takes about as long. */
const SLICE = 0.5;

/**
 * Does small pieces of work in their order, and a few at a time: between them comes whatever else has arrived. Those
 * who ask for hundreds of pictures at once do not hold up the one who asks for a page.
 */
export class GivingWay {
  private waiting: (() => void)[] = [];

  /** `work` must not throw. */
  add(work: () => void): void {
    if (this.waiting.push(work) === 1) setImmediate(this.turn);
  }

  private readonly turn = (): void => {
    const end = performance.now() + SLICE;
    let done = 0;
    do this.waiting[done++]?.();
    while (done < this.waiting.length && performance.now() < end);
    this.waiting = this.waiting.slice(done);
    if (this.waiting.length > 0) setImmediate(this.turn);
  };
}
