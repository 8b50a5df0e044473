import { setImmediate } from 'node:timers';

/**
 * Collects what is asked for in one turn of the event loop and asks once. Printing works on all rows of a level at
 * the same time, so this is one query per kind of target and level.
 */
export class Gathered<Wanted, Found> {
  private open: { wanted: Wanted[]; found: Promise<Found> } | null = null;

  constructor(private readonly ask: (wanted: readonly Wanted[]) => Promise<Found>) {}

  /** The answer to everything that was asked for together with this. */
  get(wanted: readonly Wanted[]): Promise<Found> {
    this.open ??= this.begin();
    this.open.wanted.push(...wanted);
    return this.open.found;
  }

  private begin() {
    const wanted: Wanted[] = [];
    const found = new Promise<Found>((resolve, reject) => {
      setImmediate(() => {
        this.open = null;
        this.ask(wanted).then(resolve, reject);
      });
    });
    return { wanted, found };
  }
}
