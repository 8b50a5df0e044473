import { createContext } from 'react';
import type { Block } from '../contract';

/** What a text that is a block of a stream knows of its stream, to make room for another block. */
export interface StreamSlot {
  /** Types that can be put in. */
  blocks: readonly Block[];
  /** Why a type can't be added now, or `null`. */
  refuse: (type: string) => string | null;
  /** Puts a new block in at the cursor: the text before stays, what follows becomes a text of its own. */
  split: (type: string, before: string, after: string) => void;
}

export const StreamSlotContext = createContext<StreamSlot | null>(null);
