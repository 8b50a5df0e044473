import { OptimisticSortingPlugin } from '@dnd-kit/dom/sortable';
import { useSortable } from '@dnd-kit/react/sortable';
import { useForm } from '../form-context';
import { isWithin, join } from '../model/pointer';
import type { EntryDrag } from './drag';
import { useSpineList } from './spine-context';
import type { ListActions } from './use-list-actions';

/** Makes an entry of a spine draggable by its handle: within its list, and to others that take it. */
export function useDragRow(id: string, index: number, label: string, actions: ListActions, disabled: boolean) {
  const form = useForm();
  const list = useSpineList();
  const indexes = () => {
    const chosen = form.ui.selection.in(list.pointer);
    const ids = list.ids();
    return chosen.has(id) ? ids.flatMap((one, at) => (chosen.has(one) ? [at] : [])) : [index];
  };
  const data: EntryDrag = {
    list: list.pointer,
    index,
    id,
    label,
    actions,
    blocks: list.blocks,
    indexes,
    copied: () => list.blocks?.copied(indexes()) ?? [],
  };
  return useSortable({
    id,
    index,
    group: list.pointer,
    type: 'entry',
    accept: (source) => takesOver(list, source.data as EntryDrag),
    collisionPriority: list.depth,
    disabled,
    data: data as never,
    // Entries do not swap places while one is dragged: a tall one would jump about.
    plugins: (defaults) => defaults.filter((plugin) => plugin !== OptimisticSortingPlugin),
  });
}

/** Whether a list takes a dragged entry: its own always, others when they fit and do not lie inside of it. */
export function takesOver(list: ReturnType<typeof useSpineList>, drag: EntryDrag): boolean {
  if (drag.list === list.pointer) return true;
  if (drag.indexes().some((index) => isWithin(list.pointer, join(drag.list, index)))) return false;
  return list.takes(drag);
}
