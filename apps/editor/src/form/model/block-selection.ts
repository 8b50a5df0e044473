/** Entries of one list that are chosen together. */
export class BlockSelection {
  private readonly listeners = new Set<() => void>();
  private list: string | null = null;
  private anchor: string | null = null;
  private chosen: ReadonlySet<string> = new Set();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The chosen ids of a list; the same object until they change. */
  in(list: string): ReadonlySet<string> {
    return this.list === list ? this.chosen : NONE;
  }

  has(list: string, id: string): boolean {
    return this.in(list).has(id);
  }

  /** Where a choice of several would begin. */
  startAt(list: string, id: string): void {
    if (this.list !== list) this.clear();
    this.list = list;
    this.anchor = id;
  }

  /** Everything from the anchor to an entry, in the order of the list. */
  extendTo(list: string, ids: readonly string[], id: string): void {
    const from = this.list === list && this.anchor !== null ? ids.indexOf(this.anchor) : -1;
    const to = ids.indexOf(id);
    if (to < 0) return;
    if (from < 0) this.anchor = id;
    this.list = list;
    this.chosen = new Set(from < 0 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1));
    this.emit();
  }

  /** Adds an entry or takes it out. */
  toggle(list: string, id: string): void {
    const before = this.in(list);
    this.list = list;
    this.anchor = id;
    this.chosen = before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id]);
    this.emit();
  }

  choose(list: string, ids: readonly string[]): void {
    this.list = list;
    this.anchor = ids[0] ?? null;
    this.chosen = new Set(ids);
    this.emit();
  }

  clear(): void {
    if (this.chosen.size === 0) return;
    this.chosen = NONE;
    this.emit();
  }

  private emit(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

const NONE: ReadonlySet<string> = new Set();
