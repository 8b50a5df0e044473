import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  api,
  ApiProblem,
  queryKeys,
  type ConflictCurrent,
  type FieldError,
  type Fields,
  type PageDetail,
} from '../../api';
import { pick } from '../../editing/compare';
import { draftSubject } from '../../editing/local-drafts';
import { useDraft } from '../../editing/use-draft';
import { describeProblem } from '../../parts/states';
import { showNote } from '../../parts/undo';
import { useUser } from '../../session/session';
import type { Saving } from './save-state';

export interface Conflict {
  current: ConflictCurrent;
  origin: Fields;
}
const retryAfter = 8;

/** Everything the page editor does: keeps, saves, publishes, restores; one request at a time. */
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
  const [saving, setSaving] = useState<Saving>({ kind: 'idle', at: page.updatedAt ? new Date(page.updatedAt) : null });
  const [busy, setBusy] = useState<'save' | 'publish' | null>(null);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [message, setMessage] = useState<string | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const running = useRef(false);

  const take = useCallback(
    (next: PageDetail, sent: Fields) => {
      queries.setQueryData(queryKeys.page(page.id), next);
      draft.accept(next.fields, next.revisionId, sent);
      setErrors([]);
      setMessage(null);
      setConflict(null);
      setSaving({ kind: 'idle', at: new Date() });
      void queries.invalidateQueries({
        queryKey: queryKeys.pages,
        predicate: (query) => query.queryKey[1] !== 'detail' || query.queryKey[2] !== page.id,
      });
    },
    [draft, page.id, queries],
  );

  const refused = useCallback(
    async (error: unknown) => {
      if (!(error instanceof ApiProblem)) {
        setSaving({ kind: 'refused' });
        setMessage('Something in the editor went wrong. Your changes are kept on this device.');
        return;
      }
      if (error.code === 'edit_conflict' && error.body.current) {
        const origin =
          draft.base === null
            ? draft.origin
            : await api.pages.revision(page.id, draft.base).then(
                (revision) => revision.fields,
                () => draft.origin,
              );
        setConflict({ current: error.body.current, origin });
        setSaving({ kind: 'conflict' });
      } else if (error.status === 401) {
        // The sign-in screen lies over the editor; nothing here changes.
        setSaving({ kind: 'idle', at: null });
      } else if (error.isOffline) setSaving({ kind: 'offline' });
      else if (error.status >= 500) setSaving({ kind: 'retrying', seconds: retryAfter });
      else {
        setErrors(error.fieldErrors);
        setMessage(error.errors.length ? null : describeProblem(error));
        setSaving({ kind: 'refused' });
      }
    },
    [draft.base, draft.origin, page.id],
  );

  const run = useCallback(
    async (kind: 'save' | 'publish', work: () => Promise<PageDetail>): Promise<PageDetail | null> => {
      if (running.current) return null;
      running.current = true;
      const sent = draft.value;
      setBusy(kind);
      setSaving({ kind: 'saving' });
      try {
        const next = await work();
        take(next, sent);
        return next;
      } catch (error) {
        await refused(error);
        return null;
      } finally {
        running.current = false;
        setBusy(null);
      }
    },
    [draft.value, refused, take],
  );

  const body = { baseRevisionId: draft.base, fields: pick(draft.value, draft.dirty) };
  const save = (): Promise<PageDetail | null> =>
    draft.dirty.length ? run('save', () => api.pages.save(page.id, body)) : Promise.resolve(page);
  const publish = (): Promise<PageDetail | null> =>
    run('publish', () =>
      draft.dirty.length ? api.pages.save(page.id, { ...body, publish: true }) : api.pages.publish(page.id, draft.base),
    );
  /** Saves the version that was put together from two. */
  const saveJoined = (joined: Fields): Promise<PageDetail | null> => {
    if (!conflict) return Promise.resolve(null);
    const base = conflict.current.revisionId;
    draft.change(joined);
    return run('save', () => api.pages.save(page.id, { baseRevisionId: base, fields: joined }));
  };
  const restore = (revisionId: number): Promise<PageDetail | null> =>
    run('save', () => api.pages.revert(page.id, revisionId, draft.base));
  const takeOffline = async (): Promise<void> => {
    const next = await run('publish', () => api.pages.unpublish(page.id));
    if (next) showNote(`“${next.title}” is offline. Its draft stays.`);
  };

  const retry = useRef(save);
  retry.current = save;
  useEffect(() => {
    if (saving.kind !== 'retrying') return undefined;
    const timer = setTimeout(() => {
      if (saving.seconds > 1) setSaving({ kind: 'retrying', seconds: saving.seconds - 1 });
      else void retry.current();
    }, 1_000);
    return () => clearTimeout(timer);
  }, [saving]);
  useEffect(() => {
    if (saving.kind !== 'offline') return undefined;
    const again = (): void => void retry.current();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [saving.kind]);

  const change = (next: Fields): void => {
    draft.change(next);
    if (saving.kind === 'refused') setSaving({ kind: 'idle', at: null });
  };
  return { draft, change, saving, busy, errors, message, conflict, save, publish, saveJoined, restore, takeOffline };
}
