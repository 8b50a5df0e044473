/** Counts the hints shown on screen by the field they belong to, for the amber numbers on the tabs. */
export class HintCounts {
  private readonly counts = new Map<string, number>();
  private readonly listeners = new Set<() => void>();
  private version = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): number => this.version;

  /** Sets how many hints are visible at a pointer; zero forgets it. */
  set(pointer: string, count: number): void {
    if ((this.counts.get(pointer) ?? 0) === count) return;
    if (count === 0) this.counts.delete(pointer);
    else this.counts.set(pointer, count);
    this.version++;
    for (const listener of [...this.listeners]) listener();
  }

  /** Visible hints at or below one of the given top-level fields. */
  of(fields: readonly string[]): number {
    let sum = 0;
    for (const [pointer, count] of this.counts) {
      if (fields.includes(pointer.split('/')[1] ?? '')) sum += count;
    }
    return sum;
  }
}
