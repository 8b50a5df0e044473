import type { PageDetail, RecordDetail } from '../../../api';

/** What locks and plans are about: a page, or a row of a type with drafts. */
export interface PlanSubject {
  readonly title: string;
  readonly live: boolean;
  readonly hasUnpublishedChanges: boolean;
  readonly revisionId: number | null;
  readonly lock: PageDetail['lock'];
  readonly schedule: PageDetail['schedule'];
  readonly can: Pick<PageDetail['can'], 'lock' | 'unlock' | 'schedule'>;
}

/** The row as something to be locked and planned. */
export function planSubjectOf(row: RecordDetail): PlanSubject {
  const { title, state, revisionId, lock, schedule, can } = row;
  return {
    title,
    live: state !== 'draft',
    hasUnpublishedChanges: state !== 'live',
    revisionId,
    lock,
    schedule,
    can,
  };
}
