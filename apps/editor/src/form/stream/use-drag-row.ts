import { OptimisticSortingPlugin } from '@dnd-kit/dom/sortable';
import { useSortable } from '@dnd-kit/react/sortable';

/** Makes an entry of a spine draggable by its handle, within its own list only. */
export function useDragRow(id: string, index: number, list: string, label: string, disabled: boolean) {
  return useSortable({
    id,
    index,
    group: list,
    type: list,
    accept: list,
    disabled,
    data: { index, label },
    // Entries do not swap places while one is dragged: a tall one would jump about.
    plugins: (defaults) => defaults.filter((plugin) => plugin !== OptimisticSortingPlugin),
  });
}
