import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queryKeys, type ContentType, type RecordDetail } from '../../api';
import { conflictOf } from '../../editing/conflict-of';
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
  const draft = useDraft({
    userId: user.id,
    subject: draftSubject.record(type.name, record?.id ?? 'new'),
    saved: record?.fields ?? defaults,
    base: record?.version ?? null,
    titleField: type.titleField,
    href: `/records/${type.name}/${record?.id ?? 'new'}`,
  });
  const editing = useEditing<RecordDetail>({
    draft,
    saved: record,
    savedAt: record?.updatedAt ? new Date(record.updatedAt) : null,
    read: ({ fields, version }) => ({ fields, base: version }),
    write: (base, fields, publish) =>
      record
        ? api.records.save(type.name, record.id, base ?? record.version, fields, publish)
        : api.records.create(type.name, fields, publish),
    ...(record && type.drafts ? { release: (base) => api.records.publish(type.name, record.id, base) } : {}),
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
      record && conflictOf(problem, draft.origin, () => api.records.history(type.name, record.id, { limit: 1 })),
  });
  const { run } = editing;
  const restore = (revisionId: number): Promise<RecordDetail | null> =>
    record
      ? run('save', () => api.records.revert(type.name, record.id, revisionId, draft.base))
      : Promise.resolve(null);
  const takeOffline = async (): Promise<void> => {
    const next = record && (await run('publish', () => api.records.unpublish(type.name, record.id)));
    if (next) showNote(`“${next.title}” is offline. Its draft stays.`);
  };
  return { ...editing, restore, takeOffline };
}

const savedNote = ({ title, state }: RecordDetail): string =>
  state === 'live' ? `“${title}” is live.` : `“${title}” is saved.`;
/** Where a row is edited. */
export const linkTo = (type: string, id: RecordDetail['id'] | 'new') => ({
  to: '/records/$type/$id' as const,
  params: { type, id: String(id) },
});
