/** How long revisions are kept. Live, newest, named and scheduled ones are always kept. */
export interface RetentionOptions {
  /** Those younger than that many days are kept. */
  readonly keepDays?: number;
  /** That many of the newest of each page or snippet are kept. */
  readonly keepCount?: number;
}

export const RETENTION_OPTIONS = Symbol('pipit:retention-options');
