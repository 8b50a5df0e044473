/** What is chosen in a list that is never loaded as a whole: some things, or all that match. */
export interface Selection {
  all: boolean;
  ids: ReadonlySet<number>;
}

export const nothing: Selection = { all: false, ids: new Set() };
export const everything: Selection = { all: true, ids: new Set() };
export const isChosen = ({ all, ids }: Selection, id: number): boolean => all || ids.has(id);
export const sizeOf = ({ all, ids }: Selection, total: number): number => (all ? total : ids.size);

/** Turns one round. Taken out of all, those that are loaded stay: nothing is chosen that nobody has seen. */
export function toggled(now: Selection, id: number, loaded: readonly number[]): Selection {
  const ids = new Set(now.all ? loaded : now.ids);
  if (!ids.delete(id)) ids.add(id);
  return { all: false, ids };
}

/** Adds some. */
export function joined(now: Selection, more: readonly number[]): Selection {
  return now.all ? now : { all: false, ids: new Set([...now.ids, ...more]) };
}

/** What a range covers while it is being drawn: those that were chosen when it began, and those in it. */
export function withRange(before: Selection, range: readonly number[]): Selection {
  return { all: false, ids: new Set([...(before.all ? [] : before.ids), ...range]) };
}

/** Without those that are gone. */
export function without(now: Selection, gone: readonly number[]): Selection {
  if (now.all) return now;
  const ids = new Set(now.ids);
  for (const id of gone) ids.delete(id);
  return { all: false, ids };
}
