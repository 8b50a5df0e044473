import type { CopiedBlock } from '../model/block-clipboard';
import { type DropPlace, landing } from '../model/landing';
import type { EntryActions } from './use-entry-actions';
import type { ListActions } from './use-list-actions';

/** What a dragged entry, or one it is held over, says of itself. */
export interface EntryDrag {
  list: string;
  index: number;
  id: string;
  label: string;
  actions: ListActions;
  /** `null`: the entry stays in its list. */
  blocks: EntryActions | null;
  /** All indexes that are dragged: those of the chosen entries, if this is one of them. */
  indexes: () => readonly number[];
  copied: () => CopiedBlock[];
}

/** The part of a drag operation these rules look at. */
export interface DragOperation {
  source: unknown;
  target: { element?: Element | undefined } | null;
  position: { current: { y: number } };
}

export interface DropSpot {
  drag: EntryDrag;
  over: EntryDrag;
  side: DropPlace;
}

/** Where a drag would end: above or below an entry, whichever half of it the pointer is in. `null`: nowhere new. */
export function spotOf({ source, target, position }: DragOperation): DropSpot | null {
  const [drag, over] = [dataOf(source), dataOf(target)];
  const box = target?.element?.getBoundingClientRect();
  if (!drag || !over || !box) return null;
  const side = over.index < 0 || position.current.y < box.top + box.height / 2 ? 'before' : 'after';
  const stays =
    drag.list === over.list && drag.indexes().length === 1 && landing(drag.index, over.index, side) === null;
  return stays ? null : { drag, over, side };
}

/** Puts what was dragged where it was dropped. */
export function drop({ drag, over, side }: DropSpot): void {
  const indexes = drag.indexes();
  const gap = Math.max(0, side === 'before' ? over.index : over.index + 1);
  if (drag.list === over.list) drag.actions.move(indexes, gap - indexes.filter((index) => index < gap).length);
  else if (drag.blocks && over.blocks)
    drag.blocks.transfer(
      indexes,
      { pointer: over.list, field: over.blocks.field, label: over.blocks.field.label },
      gap,
    );
}

function dataOf(entity: unknown): EntryDrag | null {
  return (entity as { data?: EntryDrag } | null)?.data ?? null;
}
