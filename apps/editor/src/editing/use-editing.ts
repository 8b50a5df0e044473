import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem, type FieldError, type Fields, type MergedWork, type Resolution } from '../api';
import { uuid7 } from '../form/model/uuid7';
import type { Conflict, Work } from './conflict';
import { describeProblem } from '../parts/states';
import { setAt } from '../form/model/pointer';
import { changedNames, pick } from './compare';
import type { Saving } from './saving';
import type { Draft } from './use-draft';
import { useSteady } from './use-steady';

/** What is sent to be saved. */
export interface Write {
  base: number | null;
  fields: Fields;
  publish: boolean;
  /** What was decided about two versions. */
  resolve?: Resolution;
  /** The same for the same write, so that it is done once however often it is sent. */
  key: string;
}
interface Editing<Saved> {
  draft: Draft;
  /** What is saved now; null for something new, which is sent whole. */
  saved: Saved | null;
  savedAt: Date | null;
  read: (saved: Saved) => { fields: Fields; base: number | null };
  write: (write: Write) => Promise<Saved & { merged?: MergedWork | null }>;
  /** Makes public what is saved already. */
  release?: (base: number | null) => Promise<Saved>;
  /** Called when what others saved came with the answer. */
  onMerged?: (merged: MergedWork) => void;
  /** Shows what is newest now, where nothing was typed. */
  reload: () => void;
  /** Called with every answer, to keep other screens true. */
  onSaved: (saved: Saved) => void;
  /** Looks for what the other person saved. */
  findConflict: (problem: ApiProblem) => Promise<Omit<Conflict, 'kind'> | null>;
}
/** Values that were written anew while deciding, by pointers into the fields. */
export type Mended = Readonly<Record<string, unknown>>;

const retryAfter = 8;

/** What every editor does: saves, publishes, waits for the network, tells two versions apart; one request at a time. */
export function useEditing<Saved>(what: Editing<Saved>) {
  const { draft, saved } = what;
  const latest = useRef(what);
  latest.current = what;
  const [saving, setSaving] = useState<Saving>({ kind: 'idle', at: what.savedAt });
  const [busy, setBusy] = useState<Work | null>(null);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [message, setMessage] = useState<string | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [deciding, setDeciding] = useState(false);
  const running = useRef(false);
  const sentLast = useRef<{ text: string; key: string } | null>(null);

  const take = useCallback(async (next: Saved, sent: Fields): Promise<void> => {
    const { fields, base } = latest.current.read(next);
    const kept = latest.current.draft.accept(fields, base, sent);
    latest.current.onSaved(next);
    setErrors([]);
    setMessage(null);
    setConflict(null);
    setDeciding(false);
    await kept;
    setSaving({ kind: 'idle', at: new Date() });
  }, []);

  const refused = useCallback(async (error: unknown, kind: Work) => {
    if (!(error instanceof ApiProblem)) {
      setSaving({ kind: 'refused' });
      setMessage('Something in the editor went wrong. Your changes are kept on this device.');
      return;
    }
    const found = error.code === 'edit_conflict' ? await latest.current.findConflict(error) : null;
    if (found) {
      setConflict({ ...found, kind });
      setDeciding(true);
      setSaving({ kind: 'conflict' });
    } else if (error.status === 401) {
      // The sign-in screen lies over the editor; nothing here changes.
      setSaving({ kind: 'idle', at: null });
    } else if (error.isOffline) setSaving({ kind: 'offline' });
    // Something new is not sent again by itself: it might be there already.
    else if (error.status >= 500 && latest.current.saved !== null) setSaving({ kind: 'retrying', seconds: retryAfter });
    else {
      // What was decided may not be saved as it is: the form says why, so that it has to be seen.
      setDeciding(false);
      setErrors(error.fieldErrors);
      setMessage(error.errors.length ? null : describeProblem(error));
      setSaving({ kind: 'refused' });
    }
  }, []);

  const run = useCallback(
    async (kind: Work, work: () => Promise<Saved>): Promise<Saved | null> => {
      if (running.current) return null;
      running.current = true;
      setBusy(kind);
      await latest.current.draft.settle();
      const sent = latest.current.draft.value;
      setSaving({ kind: 'saving' });
      try {
        const next = await work();
        await take(next, sent);
        return next;
      } catch (error) {
        await refused(error, kind);
        return null;
      } finally {
        running.current = false;
        setBusy(null);
      }
    },
    [refused, take],
  );

  const send = (kind: Work, resolve?: Resolution, value: Fields = draft.value): Promise<Saved | null> => {
    const fields = saved === null ? value : pick(value, changedNames(draft.origin, value));
    const write = { base: draft.base, fields, publish: kind === 'publish', ...(resolve ? { resolve } : {}) };
    // The same again, because no answer came, is the same request.
    const text = JSON.stringify(write);
    const key = sentLast.current?.text === text ? sentLast.current.key : uuid7();
    sentLast.current = { text, key };
    return run(kind, async () => {
      const next = await what.write({ ...write, key });
      if (next.merged) what.onMerged?.(next.merged);
      return next;
    });
  };
  const save = useSteady((): Promise<Saved | null> =>
    saved === null || draft.dirty.length ? send('save') : Promise.resolve(saved),
  );
  const publish = useSteady((): Promise<Saved | null> => {
    const { release } = what;
    return saved !== null && draft.dirty.length === 0 && release
      ? run('publish', () => release(draft.base))
      : send('publish');
  });
  /** Sends what was refused once more, with what was decided about the places both had changed, or written for them. */
  const settleConflict = (choices: Resolution['choices'], mended: Mended = {}): Promise<Saved | null> => {
    if (!conflict) return Promise.resolve(null);
    if (draft.dirty.length === 0) {
      setConflict(null);
      setDeciding(false);
      setSaving({ kind: 'idle', at: null });
      what.reload();
      return Promise.resolve(null);
    }
    const value = Object.entries(mended).reduce<unknown>((all, [path, next]) => setAt(all, path, next), draft.value);
    draft.change(value as Fields);
    return send(conflict.kind, { against: conflict.against, choices }, value as Fields);
  };

  useEffect(() => {
    if (saving.kind !== 'retrying') return undefined;
    const timer = setTimeout(() => {
      if (saving.seconds > 1) setSaving({ kind: 'retrying', seconds: saving.seconds - 1 });
      else void save();
    }, 1_000);
    return () => clearTimeout(timer);
  }, [saving, save]);
  useEffect(() => {
    if (saving.kind !== 'offline' || latest.current.saved === null) return undefined;
    const again = (): void => void save();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [saving.kind, save]);

  const change = useSteady((next: Fields): void => {
    draft.change(next);
    if (saving.kind === 'refused') setSaving({ kind: 'idle', at: null });
  });
  /** Changes one field. */
  const changeField = useSteady((name: string, value: unknown): void => change({ ...draft.value, [name]: value }));
  return {
    draft,
    change,
    changeField,
    saving,
    busy,
    errors,
    message,
    conflict,
    deciding,
    setDeciding,
    run,
    save,
    publish,
    settleConflict,
  };
}

/** What `useEditing` answers, whatever is edited. */
export type EditingState = Omit<ReturnType<typeof useEditing<unknown>>, 'run'>;
