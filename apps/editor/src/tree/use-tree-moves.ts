import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, queryKeys, type PageRow } from '../api';
import { describeProblem } from '../parts/states';
import { showNote, showUndo } from '../parts/undo';

/** Where a page goes from where it stands. */
export type TreeStep = 'up' | 'down' | 'in' | 'out';

/** What a step would do: where to, and in words; or why it does nothing. */
interface Way {
  parentId: number;
  before: number | null;
  said: string;
}

/** Siblings around a page are asked for in one request; farther ones are not walked. */
const NEAR = 200;
/** Each step is said in the place of the one before. */
const NOTE = 'tree-step';

/** Moves pages of the tree by single steps, with undo; each is said in words. `find` knows the rows that are loaded. */
export function useTreeMoves(find: (id: number) => PageRow | undefined, onOpen: (id: number) => void) {
  const queries = useQueryClient();
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: queryKeys.pages });
  const take = async (id: number, step: TreeStep): Promise<void> => {
    const page = find(id);
    if (!page || page.parentId === null) return;
    const parentId = page.parentId;
    try {
      const siblings = await around(parentId);
      const index = siblings.findIndex((sibling) => sibling.id === id);
      const isFar = index < 0 || (siblings.length === NEAR && index > NEAR - 3);
      const way = isFar
        ? `“${page.title}” stands too far down to be moved so.`
        : await wayOf(step, page, siblings, index, find);
      if (typeof way === 'string') return showNote(way, NOTE);
      await api.pages.move(id, way.parentId, way.before);
      if (step === 'in') onOpen(way.parentId);
      await refresh();
      void focusRow(id);
      const former = siblings[index + 1]?.id ?? null;
      showUndo(way.said, () => api.pages.move(id, parentId, former).then(refresh), NOTE);
    } catch (error) {
      showNote(describeProblem(error), NOTE);
    }
  };
  // One after the other, however fast the keys are pressed: each begins where the one before ended.
  const last = useRef<Promise<void>>(Promise.resolve());
  return (id: number, step: TreeStep): void => {
    last.current = last.current.then(() => take(id, step));
  };
}

/** The row is drawn anew at its new place, which may have to be loaded; who moves it goes on moving it. */
async function focusRow(id: number): Promise<void> {
  for (let tries = 0; tries < 30; tries += 1) {
    const row = document.querySelector<HTMLElement>(`#page-tree [role=row][data-key="${id}"]`);
    const now = document.activeElement;
    const isElsewhere = now !== null && now !== document.body && now.closest('#page-tree') === null;
    if (isElsewhere) return;
    if (row) row.focus();
    await new Promise((done) => setTimeout(done, 50));
    if (row?.isConnected && document.activeElement === row && tries > 2) return;
  }
}

async function around(parentId: number): Promise<readonly PageRow[]> {
  return (await api.pages.list({ parent: parentId, order: 'tree', limit: NEAR })).items;
}

async function wayOf(
  step: TreeStep,
  page: PageRow,
  siblings: readonly PageRow[],
  index: number,
  find: (id: number) => PageRow | undefined,
): Promise<Way | string> {
  const title = `“${page.title}”`;
  const parentId = page.parentId as number;
  const [above, below] = [siblings[index - 1], siblings[index + 1]];
  switch (step) {
    case 'up':
      if (!above) return `${title} is the first of its neighbours.`;
      return { parentId, before: above.id, said: `${title} stands above “${above.title}” now.` };
    case 'down':
      if (!below) return `${title} is the last of its neighbours.`;
      return { parentId, before: siblings[index + 2]?.id ?? null, said: `${title} stands below “${below.title}” now.` };
    case 'in':
      if (!above) return `There is no page above ${title} among its neighbours to go into.`;
      return { parentId: above.id, before: null, said: `${title} is inside “${above.title}” now.` };
    case 'out': {
      const parent = find(parentId);
      if (!parent || parent.parentId === null) return `${title} is at the top of the tree.`;
      const others = await around(parent.parentId);
      const next = others[others.findIndex(({ id }) => id === parent.id) + 1];
      return {
        parentId: parent.parentId,
        before: next?.id ?? null,
        said: `${title} stands after “${parent.title}” now.`,
      };
    }
  }
}
