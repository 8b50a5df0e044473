import { useQueryClient } from '@tanstack/react-query';
import { api, queryKeys, type ContentType, type RecordDetail } from '../../api';
import { planSubjectOf, type PlanSubject } from '../edit/plan/plan-subject';
import { usePlanning } from '../edit/plan/use-planning';
import type { useRecordEditing } from './use-record-editing';

const NEW: PlanSubject = {
  title: '',
  live: false,
  hasUnpublishedChanges: false,
  revisionId: null,
  lock: null,
  schedule: null,
  can: { lock: false, unlock: false, schedule: false },
};

/** Locks and plans of a row of a type with drafts; a new one, and types without drafts, have none. */
export function useRecordPlanning(
  type: ContentType,
  record: RecordDetail | null,
  editing: ReturnType<typeof useRecordEditing>,
) {
  const queries = useQueryClient();
  const subject = record ? planSubjectOf(record) : NEW;
  const id = record?.id ?? '';
  const planning = usePlanning<RecordDetail>({
    subject,
    dirty: editing.draft.dirty.length,
    save: editing.save,
    lock: () => api.records.lock(type.name, id),
    unlock: () => api.records.unlock(type.name, id),
    schedule: (wish) =>
      api.records.schedule(type.name, id, { ...(record ? { baseVersion: record.version } : {}), ...wish }),
    onSaved: (next) => {
      queries.setQueryData(queryKeys.record(type.name, next.id), next);
      void queries.invalidateQueries({ queryKey: queryKeys.records(type.name) });
    },
  });
  return { subject, ...planning };
}
