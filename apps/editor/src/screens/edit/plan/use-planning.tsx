import { useState } from 'react';
import { useSteady } from '../../../editing/use-steady';
import { describeProblem } from '../../../parts/states';
import { showNote } from '../../../parts/undo';
import type { PlanSubject } from './plan-subject';
import { ScheduleDialog, type PlanWish } from './schedule-dialog';

interface Planning<Saved extends Pick<PlanSubject, 'schedule'>> {
  subject: PlanSubject;
  /** Changes that are not saved yet: what is planned is what is saved. */
  dirty: number;
  save: () => Promise<unknown>;
  lock: () => Promise<Saved>;
  unlock: () => Promise<Saved>;
  schedule: (wish: PlanWish) => Promise<Saved>;
  onSaved: (next: Saved) => void;
}

/** Locks and plans of a page or a row: what its menus and notes call, and the dialog that plans. */
export function usePlanning<Saved extends Pick<PlanSubject, 'schedule'>>(planning: Planning<Saved>) {
  const { subject, onSaved } = planning;
  const [asked, setAsked] = useState(false);
  const attempt = async (work: () => Promise<Saved>, done: string): Promise<void> => {
    try {
      onSaved(await work());
      showNote(done);
    } catch (error) {
      showNote(describeProblem(error));
    }
  };
  const lock = useSteady(() => void attempt(planning.lock, `“${subject.title}” is locked for others.`));
  const unlock = useSteady(() => void attempt(planning.unlock, `“${subject.title}” is unlocked.`));
  const askSchedule = useSteady(() => {
    if (planning.dirty === 0) return setAsked(true);
    void planning.save().then((saved) => saved && setAsked(true));
  });
  const plan = async (wish: PlanWish): Promise<void> => {
    const next = await planning.schedule(wish);
    onSaved(next);
    setAsked(false);
    showNote(next.schedule ? 'The plan is saved.' : 'The plan is called off.');
  };
  const dialog = asked && <ScheduleDialog subject={subject} onClose={() => setAsked(false)} onSave={plan} />;
  return { lock, unlock, askSchedule, dialog };
}
