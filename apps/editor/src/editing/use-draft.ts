import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Fields } from '../api/types';
import { changedNames, pick } from './compare';
import { dropDraft, keepDraft, readDraft, type LocalDraft } from './local-drafts';
import { useOwnCopy, type CopyStore, type OfferedWork } from './use-own-copy';

interface DraftOptions {
  userId: number;
  /** A name from `draftSubject`. */
  subject: string;
  saved: Fields;
  base: number | null;
  titleField: string;
  /** What it is called where it has no field for that. */
  title?: string;
  href: string;
  /** Where the server keeps it too; null where it does not. */
  copies?: CopyStore | null;
}

export interface Draft {
  value: Fields;
  change: (next: Fields) => void;
  /** Fields that differ from what is saved. */
  dirty: string[];
  /** The version the changes are made on. */
  base: number | null;
  origin: Fields;
  /** Where all that is typed is kept: on the server for all devices, or so far on this one alone. */
  kept: 'server' | 'device';
  /** Unsaved work of another device or window. */
  offered: OfferedWork | null;
  /** Goes on with the offered work, or drops it for good. */
  decide: (takes: boolean) => void;
  /** Done when nothing is under way that keeps unsaved work. */
  settle: () => Promise<void>;
  /** What the fields were when the changes of them began; null where nobody remembers. */
  beganWith: (names: string[]) => Fields | null;
  /** When what is shown was typed, if it came back from this device. */
  restoredAt: string | null;
  /** True once the device was asked for kept changes. */
  ready: boolean;
  /**
   * Takes `fields` as saved. Changes made in the meantime stay. Done when the device keeps no more than those: whoever
   * leaves right after a save must not find an older copy when coming back.
   */
  accept: (fields: Fields, base: number | null, sent: Fields) => Promise<void>;
  discard: () => void;
}

interface State {
  origin: Fields;
  base: number | null;
  value: Fields;
  /** Of restored changes: what the fields were then; null where that was not kept. */
  began: Fields | null;
  restoredAt: string | null;
  ready: boolean;
}
const pause = 350;

/** The working copy of something that is edited: kept on this device with every change, so that nothing is lost. */
export function useDraft({
  userId,
  subject,
  saved,
  base,
  titleField,
  title,
  href,
  copies = null,
}: DraftOptions): Draft {
  const [state, setState] = useState<State>({
    origin: saved,
    base,
    value: saved,
    began: {},
    restoredAt: null,
    ready: false,
  });
  const dirty = useMemo(() => changedNames(state.origin, state.value), [state.origin, state.value]);
  const latest = useRef({ state, dirty });
  latest.current = { state, dirty };
  const own = useOwnCopy(copies, { ready: state.ready, value: state.value, dirty, base: state.base });
  const { open: openOwn, stamp, forget } = own;

  useEffect(() => {
    let gone = false;
    const open = (kept: LocalDraft | undefined): void => {
      if (gone) return;
      const fits = kept && changedNames(saved, { ...saved, ...kept.fields }).length > 0;
      setState((now) =>
        fits
          ? {
              ...now,
              base: kept.base ?? now.base,
              value: { ...now.value, ...kept.fields },
              began: kept.began ?? (kept.base === now.base ? {} : null),
              restoredAt: kept.keptAt,
              ready: true,
            }
          : { ...now, ready: true },
      );
    };
    const read = async (): Promise<void> => {
      const kept = await readDraft(userId, subject).catch(() => undefined);
      open(kept);
      await openOwn(kept ? { stamp: kept.copy ?? null, fields: kept.fields } : null);
    };
    void read();
    return () => {
      gone = true;
    };
    // Only when the subject changes: later saves go through `accept`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [userId, subject]);

  // Somebody saved elsewhere and nothing is typed here: follow.
  useEffect(() => {
    setState((now) =>
      now.ready && now.base !== base && changedNames(now.origin, now.value).length === 0
        ? { ...now, origin: saved, base, value: saved }
        : now,
    );
  }, [saved, base, state.ready]);

  // Storage may be full or forbidden; the form itself still holds everything.
  const keep = useCallback(async (): Promise<void> => {
    const { state: now, dirty: names } = latest.current;
    if (!now.ready) return;
    if (names.length === 0) await dropDraft(userId, subject).catch(() => undefined);
    else {
      const draft: LocalDraft = {
        title: title ?? (String(now.value[titleField] ?? '') || 'Untitled'),
        fields: pick(now.value, names),
        base: now.base,
        ...(now.began ? { began: pick({ ...now.origin, ...now.began }, names) } : {}),
        keptAt: new Date().toISOString(),
        copy: stamp.current,
        href,
      };
      await keepDraft(userId, subject, draft).catch(() => undefined);
    }
  }, [userId, subject, titleField, title, href, stamp]);

  useEffect(() => {
    if (!state.ready) return undefined;
    const timer = setTimeout(() => void keep(), pause);
    return () => clearTimeout(timer);
  }, [state, keep]);
  useEffect(() => {
    const keepNow = (): void => void keep();
    addEventListener('pagehide', keepNow);
    document.addEventListener('visibilitychange', keepNow);
    return () => {
      removeEventListener('pagehide', keepNow);
      document.removeEventListener('visibilitychange', keepNow);
      keepNow();
    };
  }, [keep]);

  const change = useCallback((next: Fields) => setState((now) => ({ ...now, value: next })), []);
  const accept = useCallback(
    (fields: Fields, nextBase: number | null, sent: Fields): Promise<void> => {
      const accepted = (now: State): State => {
        const since = changedNames(sent, now.value);
        const value = { ...fields, ...pick(now.value, since) };
        return { ...now, origin: fields, base: nextBase, value, began: {}, restoredAt: null };
      };
      setState(accepted);
      forget();
      const state = accepted(latest.current.state);
      latest.current = { state, dirty: changedNames(state.origin, state.value) };
      return keep();
    },
    [keep, forget],
  );
  const discard = useCallback(() => {
    setState((now) => ({ ...now, origin: saved, base, value: saved, began: {}, restoredAt: null }));
  }, [saved, base]);
  const decide = (takes: boolean): void => {
    const { offered } = own;
    if (takes && offered) {
      setState((now) => ({ ...now, base: offered.base, value: { ...now.value, ...offered.fields }, restoredAt: null }));
    }
    own.dismiss(takes);
  };
  return {
    kept: own.kept === state.value ? 'server' : 'device',
    offered: own.offered,
    beganWith: (names) => state.began && pick({ ...state.origin, ...state.began }, names),
    decide,
    settle: own.settle,
    value: state.value,
    change,
    dirty,
    base: state.base,
    origin: state.origin,
    restoredAt: state.restoredAt,
    ready: state.ready,
    accept,
    discard,
  };
}
