import type { Fields } from '../api/types';
import { changedNames, sameValue } from './compare';

export interface Join {
  /** Fields only one side changed: taken as they are. */
  joined: Fields;
  /** Names of fields that only the other person changed. */
  theirs: string[];
  /** Names of fields that only you changed. */
  yours: string[];
  /** Both changed it, and not to the same: somebody has to choose. */
  open: string[];
}

/** Puts two versions of one origin together, field by field. */
export function joinVersions(origin: Fields, yours: Fields, theirs: Fields): Join {
  const mine = changedNames(origin, yours);
  const other = changedNames(origin, theirs);
  const open = mine.filter((name) => other.includes(name) && !sameValue(yours[name], theirs[name]));
  const joined: Fields = { ...theirs };
  for (const name of mine) if (!open.includes(name)) joined[name] = yours[name];
  return {
    joined,
    open,
    yours: mine.filter((name) => !other.includes(name)),
    theirs: other.filter((name) => !mine.includes(name)),
  };
}
