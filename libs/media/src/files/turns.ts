import { unavailable } from '@pipit/kernel';

type Start = () => void;

/** Lets a few pieces of work run at once and a bounded number wait; whoever comes then is refused at once. */
export class Turns {
  private running = 0;
  private readonly waiting: Start[] = [];

  constructor(
    private readonly concurrency: number,
    private readonly length: number,
  ) {}

  /** Runs `work` when it is its turn. */
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
