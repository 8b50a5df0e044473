import { createContext, useContext } from 'react';
import type { EntryDrag } from './drag';
import type { EntryActions } from './use-entry-actions';

/** What the entries of a list know of it. */
export interface SpineList {
  pointer: string;
  /** How deep the list lies: where lists lie in each other, the deepest one under the pointer takes a drop. */
  depth: number;
  /** The ids of the entries in their order, as they are now. */
  ids: () => readonly string[];
  /** Only blocks can be copied and go elsewhere; child items can't. */
  blocks: EntryActions | null;
  takes: (drag: EntryDrag) => boolean;
}

export const SpineListContext = createContext<SpineList | null>(null);

export function useSpineList(): SpineList {
  const list = useContext(SpineListContext);
  if (!list) throw new Error('An entry stands outside of a list.');
  return list;
}
