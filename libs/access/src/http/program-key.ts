/** An API token that came with a request to a route that needs none: good, and from where it may be sent. */
export interface ProgramKey {
  /** Whose it is: who made it. */
  readonly userId: number;
  /** Opens the content API where that asks for a token. */
  readonly delivery: boolean;
  /** Shows drafts too, those its maker may see. */
  readonly preview: boolean;
}

const keys = new WeakMap<object, ProgramKey>();

/** Remembers the key the guard found. */
export function setProgramKey(request: object, key: ProgramKey): void {
  keys.set(request, key);
}

/** The key of a request that has passed the guard; null when it carries none. */
export function programKeyOf(request: object): ProgramKey | null {
  return keys.get(request) ?? null;
}
