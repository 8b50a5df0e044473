/** How long deleted pages wait. */
export interface TrashOptions {
  /** Days after which what lies in the trash goes for good; null: never by itself. */
  readonly keepDays: number | null;
}

/** Injection token of {@link TrashOptions}. */
export const TRASH_OPTIONS = Symbol('pipit:trash-options');

/** What holds where a project says nothing. */
export const DEFAULT_TRASH_OPTIONS: TrashOptions = { keepDays: 90 };
