import { unavailable } from './errors/common-problems.js';

type Start = () => void;

/** How many at once, how many wait, and what those hear who come then. */
export interface TurnsOptions {
  readonly concurrency: number;
  /** How many may wait in each of the two lines. */
  readonly length: number;
  /** In one sentence. */
  readonly refusal: string;
  /** Seconds after which it is worth trying again. */
  readonly retryAfter: number;
}

/**
 * Lets a few pieces of work run at once and a bounded number wait; whoever comes then is refused at once. There are two
 * lines: whoever stands in the first is served before all in the other, and finds room when that one is full.
 */
export class Turns {
  private running = 0;
  private readonly first: Start[] = [];
  private readonly others: Start[] = [];

  constructor(private readonly options: TurnsOptions) {}

  /** Runs `work` when it is its turn. Throws `unavailable` when too many wait. */
  async run<T>(work: () => Promise<T>, line: 'first' | 'others' = 'others'): Promise<T> {
    await this.turn(this[line]);
    try {
      return await work();
    } finally {
      this.next();
    }
  }

  /** Throws `unavailable` when whoever came now would be refused. Spares the work that comes before the turn. */
  requireRoom(line: 'first' | 'others' = 'others'): void {
    if (this.running < this.options.concurrency || this[line].length < this.options.length) return;
    throw unavailable(this.options.refusal, [], { retryAfter: this.options.retryAfter });
  }

  private async turn(line: Start[]): Promise<void> {
    if (this.running < this.options.concurrency) {
      this.running += 1;
      return;
    }
    this.requireRoom(line === this.first ? 'first' : 'others');
    // Whoever finishes hands its place over, so the count stays as it is.
    await new Promise<void>((start) => line.push(start));
  }

  private next(): void {
    const start = this.first.shift() ?? this.others.shift();
    if (start) start();
    else this.running -= 1;
  }
}
