import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api, queryKeys, type PageDetail } from '../../../api';
import { useSteady } from '../../../editing/use-steady';
import { describeProblem } from '../../../parts/states';
import { showNote } from '../../../parts/undo';
import type { usePageEditing } from '../use-page-editing';
import { PrivacyDialog } from './privacy-dialog';
import { ScheduleDialog } from './schedule-dialog';

/** What can be decided about a page besides what it says: when it is live, who may change it, who may read it. */
export function usePlanning(page: PageDetail, edit: ReturnType<typeof usePageEditing>) {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<'schedule' | 'privacy' | null>(null);
  const close = useSteady(() => setAsked(null));
  const refresh = useSteady((next: PageDetail | null) => {
    if (next) queries.setQueryData(queryKeys.page(page.id), next);
    void queries.invalidateQueries({ queryKey: queryKeys.pages });
  });
  const attempt = async (work: () => Promise<PageDetail>, done: string): Promise<void> => {
    try {
      refresh(await work());
      showNote(done);
    } catch (error) {
      showNote(describeProblem(error));
    }
  };
  const lock = useSteady(() => void attempt(() => api.plans.lock(page.id), `“${page.title}” is locked for others.`));
  const unlock = useSteady(() => void attempt(() => api.plans.unlock(page.id), `“${page.title}” is unlocked.`));
  // What is planned is what is saved.
  const askSchedule = useSteady(() => {
    if (edit.draft.dirty.length === 0) return setAsked('schedule');
    void edit.save().then((saved) => saved && setAsked('schedule'));
  });
  const askPrivacy = useSteady(() => setAsked('privacy'));
  const planned = useSteady((next: PageDetail) => {
    refresh(next);
    close();
    showNote(next.schedule ? 'The plan is saved.' : 'The plan is called off.');
  });
  const restricted = useSteady(() => {
    refresh(null);
    close();
    showNote('Saved who may read it.');
  });
  const dialog: ReactNode =
    asked === 'schedule' ? (
      <ScheduleDialog page={page} onClose={close} onDone={planned} />
    ) : asked === 'privacy' ? (
      <PrivacyDialog page={page} onClose={close} onDone={restricted} />
    ) : null;
  return { lock, unlock, askSchedule, askPrivacy, dialog };
}
