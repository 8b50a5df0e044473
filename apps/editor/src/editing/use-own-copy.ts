import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem, type Fields, type WorkingCopy } from '../api';
import { pick, sameValue } from './compare';

/** Where the server keeps what one person typed and did not save, for all their devices. */
export interface CopyStore {
  workingCopy: () => Promise<WorkingCopy | null>;
  keepWork: (base: number | null, fields: Fields, replaces: string | null) => Promise<string>;
  dropWork: () => Promise<void>;
}

/** Unsaved work of another device or window, which the person has to say something about. */
export interface OfferedWork {
  base: number | null;
  fields: Fields;
  at: string;
}

interface Typed {
  ready: boolean;
  value: Fields;
  dirty: string[];
  base: number | null;
}

/** After so long without a key pressed, the server gets what was typed. */
const pause = 1_000;
const offeredOf = ({ baseRevisionId, fields, changedFields, updatedAt }: WorkingCopy): OfferedWork => ({
  base: baseRevisionId,
  fields: pick(fields, changedFields),
  at: updatedAt,
});

/**
 * Keeps unsaved work on the server, behind the copy on this device, which is always first: the server gets what was
 * typed when the person pauses, one request at a time, and when it cannot be reached the device still has it all.
 */
export function useOwnCopy(store: CopyStore | null, typed: Typed) {
  const latest = useRef(typed);
  latest.current = typed;
  const stamp = useRef<string | null>(null);
  const flying = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [offered, setOffered] = useState<OfferedWork | null>(null);
  const waiting = useRef(offered);
  waiting.current = offered;
  const [kept, setKept] = useState<Fields | null>(null);

  /** Somebody else of the same name was here: what they typed is offered, never replaced. */
  const meet = useCallback(async (): Promise<void> => {
    const found = (await store?.workingCopy()) ?? null;
    stamp.current = found?.updatedAt ?? null;
    const { value, dirty } = latest.current;
    if (found && !sameValue(offeredOf(found).fields, pick(value, dirty))) setOffered(offeredOf(found));
  }, [store]);

  const push = useCallback((): void => {
    clearTimeout(timer.current);
    if (!store || !latest.current.ready || waiting.current) return;
    if (flying.current) {
      timer.current = setTimeout(push, pause);
      return;
    }
    const { value, dirty, base } = latest.current;
    if (dirty.length === 0 && stamp.current === null) return;
    const send = async (): Promise<void> => {
      if (dirty.length > 0) stamp.current = await store.keepWork(base, pick(value, dirty), stamp.current);
      else {
        await store.dropWork();
        stamp.current = null;
      }
      setKept(value);
    };
    flying.current = send()
      .catch((error: unknown) => {
        // Whatever else it is, the device has everything, and the next key pressed tries again.
        if (error instanceof ApiProblem && error.code === 'working_copy_conflict') return meet().catch(() => undefined);
        return undefined;
      })
      .finally(() => {
        flying.current = null;
      });
  }, [store, meet]);

  useEffect(() => {
    if (!typed.ready || !store) return undefined;
    timer.current = setTimeout(push, pause);
    return () => clearTimeout(timer.current);
  }, [typed.ready, typed.value, typed.dirty, store, push]);
  useEffect(() => {
    const onHide = (): void => {
      if (document.visibilityState === 'hidden') push();
    };
    addEventListener('online', push);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      removeEventListener('online', push);
      document.removeEventListener('visibilitychange', onHide);
    };
  }, [push]);

  /** What the server has, when the editor opens: known from this device by its stamp, or of another one. */
  const open = useCallback(
    async (known: { stamp: string | null; fields: Fields } | null): Promise<void> => {
      const found = (await store?.workingCopy().catch(() => null)) ?? null;
      if (!found) return;
      stamp.current = found.updatedAt;
      const work = offeredOf(found);
      const isOurs = known && (known.stamp === found.updatedAt || sameValue(known.fields, work.fields));
      if (!isOurs && Object.keys(work.fields).length > 0) setOffered(work);
    },
    [store],
  );
  /** Before a save: nothing is under way that could come after it. */
  const settle = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    await flying.current;
  }, []);
  /** After a save: the server has dropped it. */
  const forget = useCallback((): void => {
    stamp.current = null;
    setKept(null);
    setOffered(null);
  }, []);
  /** The offer was taken, and will be kept as what is typed; or it was not, and goes. */
  const dismiss = useCallback(
    (taken: boolean): void => {
      waiting.current = null;
      setOffered(null);
      if (!taken) push();
    },
    [push],
  );
  return { offered, kept, stamp, open, settle, forget, dismiss };
}
