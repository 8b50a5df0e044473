import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, queryKeys, type ReorderBy } from '../../../api';
import { describeProblem } from '../../../parts/states';
import { showNote, showUndo } from '../../../parts/undo';

/** Children whose former order is remembered for undo. */
const REMEMBERED = 1000;
const CHUNK = 200;

/** Puts the pages below one into another order, by a field or one by one, with undo. */
export function useOrdering() {
  const queries = useQueryClient();
  return useMemo(() => {
    const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: queryKeys.pages });
    const run = async (done: string, work: () => Promise<unknown>, back: (() => Promise<unknown>) | null) => {
      try {
        await work();
      } catch (error) {
        showNote(describeProblem(error));
        return;
      } finally {
        await refresh();
      }
      if (back) showUndo(done, () => back().then(refresh));
      else showNote(done);
    };
    return {
      /** For good: readers see it too. */
      async keep(parent: { id: number; title: string }, order: ReorderBy): Promise<void> {
        const former = await idsInOrder(parent.id);
        await run(
          `The pages below “${parent.title}” stand in this order now.`,
          () => api.pages.reorderChildren(parent.id, { order }),
          former && (() => api.pages.reorderChildren(parent.id, { ids: former })),
        );
      },
      /** Puts one page in front of a sibling; null puts it last. `former` is the sibling it stood in front of. */
      async place(
        page: { id: number; title: string },
        parentId: number,
        before: number | null,
        former: number | null,
      ): Promise<void> {
        await run(
          `“${page.title}” stands elsewhere among its neighbours now.`,
          () => api.pages.move(page.id, parentId, before),
          () => api.pages.move(page.id, parentId, former),
        );
      },
    };
  }, [queries]);
}

/** Ids of all children as they stand; null when they are too many to remember. */
async function idsInOrder(parent: number): Promise<number[] | null> {
  const ids: number[] = [];
  for (;;) {
    const { items, total } = await api.pages.list({ parent, order: 'tree', limit: CHUNK, offset: ids.length });
    if (total > REMEMBERED) return null;
    ids.push(...items.map(({ id }) => id));
    if (items.length === 0 || ids.length >= total) return ids;
  }
}
