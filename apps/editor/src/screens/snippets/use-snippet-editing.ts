import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  api,
  ApiProblem,
  queryKeys,
  type ConflictCurrent,
  type ContentType,
  type FieldError,
  type Fields,
  type SnippetDetail,
} from '../../api';
import { pick } from '../../editing/compare';
import { draftSubject } from '../../editing/local-drafts';
import { useDraft } from '../../editing/use-draft';
import { startValue } from '../../form/model/empty-value';
import { describeProblem } from '../../parts/states';
import { showNote } from '../../parts/undo';
import { useUser } from '../../session/session';
import type { Saving } from '../edit/save-state';

/** Everything the snippet editor does: keeps, saves, and tells two versions apart. */
export function useSnippetEditing(type: ContentType, snippet: SnippetDetail | null) {
  const user = useUser();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [defaults] = useState<Fields>(() =>
    Object.fromEntries(type.fields.map((field) => [field.name, startValue(field)])),
  );
  const draft = useDraft({
    userId: user.id,
    subject: draftSubject.snippet(type.name, snippet?.id ?? 'new'),
    saved: snippet?.fields ?? defaults,
    base: snippet?.version ?? null,
    titleField: type.titleField,
    href: `/snippets/${type.name}/${snippet?.id ?? 'new'}`,
  });
  const [busy, setBusy] = useState(false);
  const [saving, setSaving] = useState<Saving>({ kind: 'idle', at: null });
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [message, setMessage] = useState<string | null>(null);
  const [conflict, setConflict] = useState<ConflictCurrent | null>(null);
  const [deciding, setDeciding] = useState(false);

  const send = async (base: number | null, fields: Fields): Promise<SnippetDetail | null> => {
    if (busy) return null;
    const sent = { ...draft.value, ...fields };
    setBusy(true);
    setSaving({ kind: 'saving' });
    try {
      const saved = snippet
        ? await api.snippets.save(type.name, snippet.id, base ?? snippet.version, fields)
        : await api.snippets.create(type.name, draft.value);
      draft.accept(saved.fields, saved.version, sent);
      setErrors([]);
      setMessage(null);
      setConflict(null);
      setDeciding(false);
      setSaving({ kind: 'idle', at: new Date() });
      void queries.invalidateQueries({
        queryKey: queryKeys.snippets(type.name),
        predicate: (query) => query.queryKey[2] === 'list',
      });
      if (snippet) queries.setQueryData(queryKeys.snippet(type.name, snippet.id), saved);
      else {
        draft.discard();
        showNote(`“${saved.title}” is saved.`);
        setTimeout(
          () =>
            void navigate({
              to: '/snippets/$type/$id',
              params: { type: type.name, id: String(saved.id) },
              replace: true,
            }),
          0,
        );
      }
      return saved;
    } catch (error) {
      const problem = error instanceof ApiProblem ? error : null;
      if (problem?.code === 'edit_conflict' && snippet) {
        const now = await api.snippets.get(type.name, snippet.id).catch(() => null);
        setConflict(
          problem.body.current ??
            (now
              ? { revisionId: now.version, user: null, createdAt: new Date().toISOString(), fields: now.fields }
              : null),
        );
        setDeciding(true);
        setSaving({ kind: 'conflict' });
      } else {
        setErrors(problem?.fieldErrors ?? []);
        setMessage((problem?.errors.length ?? 0) > 0 || problem?.status === 401 ? null : describeProblem(error));
        setSaving(
          problem?.isOffline
            ? { kind: 'offline' }
            : problem?.status === 401
              ? { kind: 'idle', at: null }
              : { kind: 'refused' },
        );
      }
      return null;
    } finally {
      setBusy(false);
    }
  };
  const save = (): Promise<SnippetDetail | null> => send(draft.base, pick(draft.value, draft.dirty));
  /** Saves the version that was put together from two. */
  const saveJoined = (joined: Fields): void => {
    if (!conflict) return;
    draft.change(joined);
    void send(conflict.revisionId, joined);
  };
  return { draft, busy, saving, errors, message, conflict, deciding, setDeciding, save, saveJoined };
}
