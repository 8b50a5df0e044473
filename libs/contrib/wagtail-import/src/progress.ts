/** Is told how far an import is. */
export interface Progress {
  /** A step begins; `total` things will be done in it. */
  begin(step: string, total: number): void;
  /** So many of them are done. */
  advance(done: number): void;
}

/** Nobody watches. */
export const noProgress: Progress = { begin: () => {}, advance: () => {} };
