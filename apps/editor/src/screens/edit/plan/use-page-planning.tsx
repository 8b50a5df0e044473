import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queryKeys, type PageDetail } from '../../../api';
import { useSteady } from '../../../editing/use-steady';
import { showNote } from '../../../parts/undo';
import type { usePageEditing } from '../use-page-editing';
import { PrivacyDialog } from '../../../privacy/privacy-dialog';
import { usePlanning } from './use-planning';

/** What can be decided about a page besides what it says: when it is live, who may change it, who may read it. */
export function usePagePlanning(page: PageDetail, edit: ReturnType<typeof usePageEditing>) {
  const queries = useQueryClient();
  const [restricting, setRestricting] = useState(false);
  const askPrivacy = useSteady(() => setRestricting(true));
  const refresh = (next: PageDetail | null): void => {
    if (next) queries.setQueryData(queryKeys.page(page.id), next);
    void queries.invalidateQueries({ queryKey: queryKeys.pages });
  };
  const { dialog, ...planning } = usePlanning<PageDetail>({
    subject: page,
    dirty: edit.draft.dirty.length,
    save: edit.save,
    lock: () => api.plans.lock(page.id),
    unlock: () => api.plans.unlock(page.id),
    schedule: (wish) => api.plans.schedule(page.id, { baseRevisionId: page.revisionId, ...wish }),
    onSaved: refresh,
  });
  const restricted = (): void => {
    refresh(null);
    setRestricting(false);
    showNote('Saved who may read it.');
  };
  return {
    ...planning,
    askPrivacy,
    dialog: (
      <>
        {dialog}
        {restricting && (
          <PrivacyDialog
            of={{ kind: 'page', id: page.id, title: page.title }}
            onClose={() => setRestricting(false)}
            onDone={restricted}
          />
        )}
      </>
    ),
  };
}
