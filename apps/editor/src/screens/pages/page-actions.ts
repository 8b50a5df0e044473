import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, queryKeys, type PageRow } from '../../api';
import { describeProblem } from '../../parts/states';
import { showNote, showUndo } from '../../parts/undo';
import { count } from '../../parts/words';

export type PageLike = Pick<PageRow, 'id' | 'title' | 'parentId'>;

const named = (pages: PageLike[]): string =>
  pages.length === 1 ? `“${pages[0]?.title ?? ''}”` : count(pages.length, 'page');

/** Runs `work` for each page in turn and says what happened to those that refused. */
async function each(pages: PageLike[], work: (page: PageLike) => Promise<unknown>): Promise<PageLike[]> {
  const done: PageLike[] = [];
  const refused: string[] = [];
  for (const page of pages) {
    try {
      await work(page);
      done.push(page);
    } catch (error) {
      refused.push(`“${page.title}”: ${describeProblem(error)}`);
    }
  }
  if (refused.length) showNote(refused.join(' '));
  return done;
}

/** The sibling a page stands in front of, so that undo puts it back there; null where it is last or far down. */
async function behind(page: PageLike): Promise<number | null> {
  if (page.parentId === null) return null;
  const { items } = await api.pages.list({ parent: page.parentId, order: 'tree', limit: 200 });
  const index = items.findIndex(({ id }) => id === page.id);
  return index < 0 ? null : (items[index + 1]?.id ?? null);
}

/** What can be done to pages from a list, with undo where something goes away. */
export function usePageActions() {
  const queries = useQueryClient();
  return useMemo(() => {
    // What lies in the trash is not asked for again, though its screen may still be open for a moment.
    const refresh = (gone: PageLike[] = []): Promise<void> =>
      queries.invalidateQueries({
        queryKey: queryKeys.pages,
        predicate: ({ queryKey }) => !gone.some((page) => page.id === queryKey[2]),
      });
    const back = async (work: () => Promise<unknown>): Promise<void> => {
      await work();
      await refresh();
    };
    return {
      async remove(pages: PageLike[]): Promise<PageLike[]> {
        let below = 0;
        const done = await each(pages, async (page) => {
          const answer = await api.pages.remove(page.id);
          below += Math.max(0, answer.pages - 1);
        });
        await refresh(done);
        if (done.length) {
          const along = below > 0 ? `, with ${count(below, 'page')} below` : '';
          showUndo(`${named(done)} moved to trash${along}.`, () =>
            back(() => each([...done].reverse(), (page) => api.pages.restore(page.id))),
          );
        }
        return done;
      },
      async takeOffline(page: PageLike): Promise<void> {
        const done = await each([page], () => api.pages.unpublish(page.id));
        await refresh();
        if (done.length)
          showUndo(`${named(done)} is offline.`, () =>
            back(() => api.pages.get(page.id).then((now) => api.pages.publish(page.id, now.revisionId))),
          );
      },
      async publish(pages: PageLike[]): Promise<void> {
        const done = await each(pages, async (page) => {
          const now = await api.pages.get(page.id);
          await api.pages.publish(page.id, now.revisionId);
        });
        await refresh();
        if (done.length) showNote(`${named(done)} ${done.length === 1 ? 'is' : 'are'} live.`);
      },
      async move(pages: PageLike[], parentId: number, place: string): Promise<void> {
        const former = new Map<number, number | null>();
        for (const page of pages) former.set(page.id, await behind(page));
        const done = await each(pages, (page) => api.pages.move(page.id, parentId));
        await refresh();
        if (done.length) {
          showUndo(`${named(done)} moved to “${place}”.`, () =>
            back(() =>
              each([...done].reverse(), (page) =>
                page.parentId === null
                  ? Promise.resolve()
                  : api.pages.move(page.id, page.parentId, former.get(page.id) ?? null),
              ),
            ),
          );
        }
      },
    };
  }, [queries]);
}
