import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { ApiProblem, type Fields } from '../../api';
import type { PreviewOffer, PreviewWish } from '../../api/preview-endpoints';

/** What the pane says about its frame. */
export type PreviewStatus = 'asking' | 'loading' | 'shown' | 'silent';

/** What is looked at. */
export interface Previewed {
  ask: (wish: PreviewWish) => Promise<PreviewOffer>;
  /** Changes that are not saved yet; null where nobody may make any. */
  changes: Fields | null;
  /** Another one when the saved draft is another one. */
  saved: number | null;
}

export interface Preview {
  frame: RefObject<HTMLIFrameElement | null>;
  /** What the frame is at. */
  src: string | null;
  /** A fresh address for a window of its own. */
  url: string | null;
  mode: string | undefined;
  setMode: (mode: string) => void;
  status: PreviewStatus;
  /** Why what is seen is not the latest. */
  fault: string | null;
  refresh: () => void;
  onLoad: () => void;
}

/** Typing is not looked at letter by letter. */
const PAUSE = 500;
/** A frontend that has said nothing for so long does not answer; one that has loaded says it at once. */
const PATIENCE = 12_000;
const PATIENCE_AFTER_LOAD = 3_000;
/** A token that is about to end is replaced before it does. */
const SPARE = 5 * 60_000;

interface Shown {
  offer: PreviewOffer;
  mode: string | undefined;
}

/** Keeps a frame as new as the form: what changed is posted after a pause, and the page in the frame told to reload. */
export function usePreview({ ask, changes, saved }: Previewed): Preview {
  const frame = useRef<HTMLIFrameElement>(null);
  const [mode, setMode] = useState<string>();
  const [round, setRound] = useState(0);
  const [shown, setShown] = useState<Shown | null>(null);
  const [url, setUrl] = useState<string | null>(null);
  const [status, setStatus] = useState<PreviewStatus>('asking');
  const [fault, setFault] = useState<string | null>(null);
  const [isLoaded, setIsLoaded] = useState(false);
  const now = useRef({ shown, status, isLate: false, turn: 0 });
  Object.assign(now.current, { shown, status });
  const latestAsk = useRef(ask);
  latestAsk.current = ask;
  const wanted = JSON.stringify(changes);

  const tellToReload = useCallback((): void => {
    const { shown: at } = now.current;
    if (at)
      frame.current?.contentWindow?.postMessage({ type: 'pipit:preview', say: 'reload' }, new URL(at.offer.url).origin);
  }, []);

  useEffect(() => {
    const turn = (now.current.turn += 1);
    const isOld = (): boolean => turn !== now.current.turn;
    const look = async (): Promise<void> => {
      try {
        const fields = wanted === 'null' ? undefined : (JSON.parse(wanted) as Fields);
        const offer = await latestAsk.current({ mode, fields });
        if (isOld()) return;
        setFault(null);
        setUrl(offer.url);
        const { shown: at, status: was } = now.current;
        const isSame = at !== null && at.mode === mode && Date.parse(at.offer.expiresAt) - Date.now() > SPARE;
        if (isSame && was === 'shown') tellToReload();
        else if (isSame && was === 'loading') now.current.isLate = true;
        else {
          setShown({ offer, mode });
          setIsLoaded(false);
          setStatus('loading');
        }
      } catch (error) {
        if (!isOld()) setFault(error instanceof ApiProblem ? error.message : 'The preview could not be opened.');
      }
    };
    const timer = setTimeout(() => void look(), now.current.shown ? PAUSE : 0);
    return () => clearTimeout(timer);
  }, [wanted, saved, mode, round, tellToReload]);

  // Only the frame itself, at the address it was given, is listened to.
  useEffect(() => {
    const listen = ({ source, origin, data }: MessageEvent<{ type?: unknown; say?: unknown } | null>): void => {
      const { shown: at, isLate } = now.current;
      if (!at || source !== frame.current?.contentWindow || origin !== new URL(at.offer.url).origin) return;
      if (data?.type !== 'pipit:preview' || data.say !== 'ready') return;
      setStatus('shown');
      now.current.isLate = false;
      if (isLate) tellToReload();
    };
    addEventListener('message', listen);
    return () => removeEventListener('message', listen);
  }, [tellToReload]);

  useEffect(() => {
    if (status !== 'loading') return undefined;
    const timer = setTimeout(() => setStatus('silent'), isLoaded ? PATIENCE_AFTER_LOAD : PATIENCE);
    return () => clearTimeout(timer);
  }, [status, shown, isLoaded]);

  const refresh = useCallback((): void => {
    setShown(null);
    setStatus('asking');
    setRound((count) => count + 1);
  }, []);
  const onLoad = useCallback(() => setIsLoaded(true), []);
  return { frame, onLoad, src: shown?.offer.url ?? null, url, mode, setMode, status, fault, refresh };
}
