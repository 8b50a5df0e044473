import { unavailable } from '../errors/common-problems.js';

/** Connections of the pool that are never taken for writing, as far as it has more than that. */
const KEPT_FOR_READING = 3;
/** Milliseconds that somebody waits for a place, and is then told so instead of left to wait. */
const PATIENCE = 30_000;

/** How many of a pool's connections may be writing at a time. */
export function writersOf(poolSize: number): number {
  return Math.max(1, poolSize - KEPT_FOR_READING);
}

/**
 * The connections of this process that may be in a transaction that writes. Writers wait for each other's locks, and
 * each that waits has a connection: behind a long move there would soon be none left for reading. So the others wait
 * here, in the order they came, before they take one.
 */
export class WritingPlaces {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  /** Does the work once there is a place for it. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await this.turn();
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }

  /** Resolves when somebody hands their place on. */
  private turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(enter), 1);
        reject(unavailable('Others are changing much at this moment. Try again shortly.'));
      }, PATIENCE);
      const enter = (): void => {
        clearTimeout(timer);
        resolve();
      };
      this.waiting.push(enter);
    });
  }
}
