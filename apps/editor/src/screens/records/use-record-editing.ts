import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queryKeys, type ContentType, type RecordDetail } from '../../api';
import { conflictOf } from '../../editing/conflict';
import { mergedSentence } from '../../editing/merged-words';
import { draftSubject } from '../../editing/local-drafts';
import { startValues } from '../../editing/start-values';
import { useDraft } from '../../editing/use-draft';
import { useEditing } from '../../editing/use-editing';
import { showNote } from '../../parts/undo';
import { useUser } from '../../session/session';

/** Everything the editor of a row does; `record` is null for a new one. */
export function useRecordEditing(type: ContentType, record: RecordDetail | null) {
  const user = useUser();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [defaults] = useState(() => startValues(type));
  const [copies] = useState(() => (record && type.drafts ? api.records.versions(type.name, record.id) : null));
  const draft = useDraft({
    userId: user.id,
    subject: draftSubject.record(type.name, record?.id ?? 'new'),
    saved: record?.fields ?? defaults,
    base: record ? baseOf(type, record) : null,
    copies: record?.can.edit ? copies : null,
    titleField: type.titleField,
    href: `/records/${type.name}/${record?.id ?? 'new'}`,
  });
  const ofVersion = (baseVersion: number) => {
    const baseFields = draft.beganWith(draft.dirty);
    return { baseVersion, ...(baseFields ? { baseFields } : {}) };
  };
  const editing = useEditing<RecordDetail>({
    draft,
    saved: record,
    savedAt: record?.updatedAt ? new Date(record.updatedAt) : null,
    read: (saved) => ({ fields: saved.fields, base: baseOf(type, saved) }),
    write: ({ base, fields, publish, resolve, key }) =>
      record
        ? api.records.save(
            type.name,
            record.id,
            {
              ...(type.drafts
                ? { baseVersion: record.version, baseRevisionId: base }
                : ofVersion(base ?? record.version)),
              fields,
              publish,
              ...(resolve ? { resolve } : {}),
            },
            key,
          )
        : api.records.create(type.name, fields, publish, key),
    onMerged: (merged) => showNote(mergedSentence(merged, type)),
    reload: () => void (record && queries.invalidateQueries({ queryKey: queryKeys.record(type.name, record.id) })),
    ...(record && type.drafts ? { release: () => api.records.publish(type.name, record.id, record.version) } : {}),
    onSaved: (saved) => {
      queries.setQueryData(queryKeys.record(type.name, saved.id), saved);
      void queries.invalidateQueries({
        queryKey: queryKeys.records(type.name),
        predicate: ({ queryKey }) => queryKey[2] !== 'detail' || queryKey[3] !== String(saved.id),
      });
      if (record) return;
      showNote(type.drafts && saved.state === 'draft' ? `“${saved.title}” is saved as a draft.` : savedNote(saved));
      // After the working copy is empty, so that nothing asks whether to leave.
      setTimeout(() => void navigate({ ...linkTo(type.name, saved.id), replace: true }), 0);
    },
    findConflict: async (problem) =>
      record && conflictOf(problem, () => api.records.history(type.name, record.id, { limit: 1 })),
  });
  const { run } = editing;
  const restore = (revisionId: number): Promise<RecordDetail | null> =>
    record
      ? run('save', () => api.records.revert(type.name, record.id, revisionId, record.version))
      : Promise.resolve(null);
  const takeOffline = async (): Promise<void> => {
    const next = record && (await run('publish', () => api.records.unpublish(type.name, record.id)));
    if (next) showNote(`“${next.title}” is offline. Its draft stays.`);
  };
  return { ...editing, restore, takeOffline };
}

/** What changes begin with: a revision where those are kept, else a version. */
const baseOf = (type: ContentType, { version, revisionId }: RecordDetail): number | null =>
  type.drafts ? revisionId : version;
const savedNote = ({ title, state }: RecordDetail): string =>
  state === 'live' ? `“${title}” is live.` : `“${title}” is saved.`;
/** Where a row is edited. */
export const linkTo = (type: string, id: RecordDetail['id'] | 'new') => ({
  to: '/records/$type/$id' as const,
  params: { type, id: String(id) },
});
