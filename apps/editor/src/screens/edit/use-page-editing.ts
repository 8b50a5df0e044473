import { useQueryClient } from '@tanstack/react-query';
import { api, queryKeys, type PageDetail } from '../../api';
import { draftSubject } from '../../editing/local-drafts';
import { useDraft } from '../../editing/use-draft';
import { useEditing } from '../../editing/use-editing';
import { showNote } from '../../parts/undo';
import { useUser } from '../../session/session';

/** Everything the page editor does: keeps, saves, publishes, restores. */
export function usePageEditing(page: PageDetail) {
  const user = useUser();
  const queries = useQueryClient();
  const draft = useDraft({
    userId: user.id,
    subject: draftSubject.page(page.id),
    saved: page.fields,
    base: page.revisionId,
    titleField: 'title',
    href: `/pages/${page.id}/edit`,
  });
  const editing = useEditing<PageDetail>({
    draft,
    saved: page,
    savedAt: page.updatedAt ? new Date(page.updatedAt) : null,
    read: ({ fields, revisionId }) => ({ fields, base: revisionId }),
    write: (baseRevisionId, fields, publish) =>
      api.pages.save(page.id, { baseRevisionId, fields, ...(publish ? { publish } : {}) }),
    release: (base) => api.pages.publish(page.id, base),
    onSaved: (next) => {
      queries.setQueryData(queryKeys.page(page.id), next);
      void queries.invalidateQueries({
        queryKey: queryKeys.pages,
        predicate: (query) => query.queryKey[1] !== 'detail' || query.queryKey[2] !== page.id,
      });
    },
    findConflict: async ({ body: { current } }) => {
      if (!current) return null;
      const origin =
        draft.base === null
          ? draft.origin
          : await api.pages.revision(page.id, draft.base).then(
              (revision) => revision.fields,
              () => draft.origin,
            );
      return { current, origin };
    },
  });
  const { run } = editing;
  const restore = (revisionId: number): Promise<PageDetail | null> =>
    run('save', () => api.pages.revert(page.id, revisionId, draft.base));
  const takeOffline = async (): Promise<void> => {
    const next = await run('publish', () => api.pages.unpublish(page.id));
    if (next) showNote(`“${next.title}” is offline. Its draft stays.`);
  };
  return { ...editing, restore, takeOffline };
}
