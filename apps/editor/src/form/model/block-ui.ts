import { BlockSelection } from './block-selection';

/**
 * What the form remembers about its blocks while it is open: which are folded and
 * which one is being worked on. It lives outside of React's state so that a change
 * renders the blocks concerned and not the whole stream.
 */
export class BlockUi {
  readonly selection = new BlockSelection();
  private readonly folds = new Map<string, boolean>();
  private readonly listeners = new Set<() => void>();
  private current: string | null = null;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get active(): string | null {
    return this.current;
  }

  setActive(id: string | null): void {
    if (this.current === id) return;
    this.current = id;
    this.emit();
  }

  /** `undefined` while nobody has folded or unfolded the block: its list decides then. */
  folded(id: string): boolean | undefined {
    return this.folds.get(id);
  }

  fold(ids: readonly string[], folded: boolean): void {
    for (const id of ids) this.folds.set(id, folded);
    this.emit();
  }

  private emit(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
