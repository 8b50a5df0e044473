import type { Json } from '@pipit/content-types';

/** One change of stored content. */
export interface ContentOperation {
  /** In words, for plans and progress. */
  readonly label: string;
  /** The new value; the same object when there is nothing to do, so a second run changes nothing. */
  readonly apply: (value: Json) => Json;
  /** Of renames: the place and the two names, `section.intro=lead`, by which `makemigrations` knows what is done. */
  readonly renames?: string;
  /** What takes it back; null when what was there cannot be known any more. */
  readonly reverse: ContentOperation | null;
}

/** An operation and the one that takes it back. */
export function reversible(
  forwards: Omit<ContentOperation, 'reverse'>,
  backwards: Omit<ContentOperation, 'reverse'>,
): ContentOperation {
  const there: { -readonly [K in keyof ContentOperation]: ContentOperation[K] } = { ...forwards, reverse: null };
  there.reverse = { ...backwards, reverse: there };
  return there;
}

/** What takes a list of operations back, last first. Throws for one that cannot be taken back. */
export function reversed(operations: readonly ContentOperation[]): ContentOperation[] {
  return operations.toReversed().map(({ label, reverse }) => {
    if (!reverse) throw new Error(`“${label}” cannot be reverted: what was there before is not known any more.`);
    return reverse;
  });
}
