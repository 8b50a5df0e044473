import { useMemo } from 'react';
import { showUndo } from '../../parts/undo';
import { useForm } from '../form-context';
import { copyWithNewIds, insertItem, moveItem, removeItem } from '../model/list-ops';
import { getAt } from '../model/pointer';

/** What can be done with the entries of a list in the form. The object keeps its identity. */
export interface ListActions {
  move(from: number, to: number): void;
  remove(index: number, label: string): void;
  duplicate(index: number): void;
  insert(index: number, entry: { id: string }): void;
}

/** Changes to the list at a pointer: streams, lists and child items all work alike. */
export function useListActions(pointer: string): ListActions {
  const form = useForm();
  return useMemo(() => {
    const read = () => asList(getAt(form.values(), pointer));
    return {
      move(from, to) {
        const list = read();
        if (from === to || to < 0 || to >= list.length) return;
        const focused = document.activeElement;
        form.set(pointer, moveItem(list, from, to));
        form.announce(`Moved to place ${to + 1} of ${list.length}.`);
        // Moving an element in the page takes the focus from it; what was focused gets it back.
        requestAnimationFrame(() => {
          if (focused instanceof HTMLElement && focused.isConnected && document.activeElement !== focused)
            focused.focus();
          focused?.closest('[data-spine]')?.scrollIntoView({ block: 'nearest' });
        });
      },
      remove(index, label) {
        const list = read();
        const gone = list[index];
        if (gone === undefined) return;
        form.set(pointer, removeItem(list, index));
        showUndo(`${label} deleted.`, async () =>
          form.update(pointer, (now) => insertItem(asList(now), Math.min(index, asList(now).length), gone)),
        );
      },
      duplicate(index) {
        const list = read();
        const copy = copyWithNewIds(list[index]) as { id: string };
        form.set(pointer, insertItem(list, index + 1, copy));
        form.announce('Duplicated.');
        form.ui.setActive(copy.id);
      },
      insert(index, entry) {
        form.update(pointer, (now) => insertItem(asList(now), index, entry));
        form.ui.fold([entry.id], false);
        form.ui.setActive(entry.id);
        focusEntry(entry.id);
      },
    };
  }, [form, pointer]);
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

const INPUTS = 'input:not([type=hidden]):not([disabled]),textarea,[role="textbox"],[data-first]';

/** Puts the cursor into an entry that was just made, as soon as it is there. */
function focusEntry(id: string, attempts = 8): void {
  requestAnimationFrame(() => {
    const row = document.querySelector<HTMLElement>(`[data-spine="${CSS.escape(id)}"]`);
    if (!row) {
      if (attempts > 0) focusEntry(id, attempts - 1);
      return;
    }
    (row.querySelector<HTMLElement>(`[data-body] :is(${INPUTS})`) ?? row).focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  });
}
