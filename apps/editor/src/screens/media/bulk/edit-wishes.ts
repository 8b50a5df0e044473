/** What a bulk edit changes; what is left out stays as it is on each. */
export interface EditWishes {
  collectionId?: number;
  addTags?: string[];
  removeTags?: string[];
  credit?: string;
  rights?: string;
  rightsExpireAt?: string | null;
}

/** Is anything wished for? */
export const hasWishes = (wishes: EditWishes): boolean => Object.keys(wishes).length > 0;

/** The same with one wish changed; `undefined` and empty lists take it back. */
export function wishing<Name extends keyof EditWishes>(
  wishes: EditWishes,
  name: Name,
  value: EditWishes[Name] | undefined,
): EditWishes {
  const others = Object.fromEntries(Object.entries(wishes).filter(([key]) => key !== name)) as EditWishes;
  return value === undefined || (Array.isArray(value) && value.length === 0) ? others : { ...others, [name]: value };
}
