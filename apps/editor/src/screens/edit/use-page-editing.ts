import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queryKeys, type ContentType, type PageDetail } from '../../api';
import { conflictOf } from '../../editing/conflict';
import { mergedSentence } from '../../editing/merged-words';
import { draftSubject } from '../../editing/local-drafts';
import { useDraft } from '../../editing/use-draft';
import { useEditing } from '../../editing/use-editing';
import { showNote } from '../../parts/undo';
import { useUser } from '../../session/session';

/** Everything the page editor does: keeps, saves, publishes, restores. */
export function usePageEditing(page: PageDetail, type: ContentType) {
  const user = useUser();
  const queries = useQueryClient();
  const [copies] = useState(() => api.pages.versions(page.id));
  const draft = useDraft({
    copies: page.can.edit ? copies : null,
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
    write: ({ base, fields, publish, resolve, key }) =>
      api.pages.save(
        page.id,
        { baseRevisionId: base, fields, ...(publish ? { publish } : {}), ...(resolve ? { resolve } : {}) },
        key,
      ),
    onMerged: (merged) => showNote(mergedSentence(merged, type)),
    reload: () => void queries.invalidateQueries({ queryKey: queryKeys.page(page.id) }),
    release: (base) => api.pages.publish(page.id, base),
    onSaved: (next) => {
      queries.setQueryData(queryKeys.page(page.id), next);
      void queries.invalidateQueries({
        queryKey: queryKeys.pages,
        predicate: (query) => query.queryKey[1] !== 'detail' || query.queryKey[2] !== page.id,
      });
    },
    findConflict: (problem) => conflictOf(problem),
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
