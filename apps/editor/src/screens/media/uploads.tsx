import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { ApiProblem, queryKeys, uploadDocument, uploadImage } from '../../api';
import { describeProblem } from '../../parts/states';

export type UploadKind = 'image' | 'document';
export interface Upload {
  key: number;
  kind: UploadKind;
  file: File;
  collectionId: number | undefined;
  state: 'waiting' | 'sending' | 'done' | 'failed' | 'stopped';
  sent: number;
  problem: string | null;
  /** The row it became. */
  id: number | null;
}
interface Uploads {
  uploads: Upload[];
  add: (kind: UploadKind, files: File[], collectionId?: number) => void;
  stop: (key: number) => void;
  again: (key: number) => void;
  clear: () => void;
}

const UploadContext = createContext<Uploads | null>(null);
const atOnce = 2;

/** Uploads go on while you work elsewhere in the editor; two at a time. */
export function UploadProvider({ children }: { children: ReactNode }) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const list = useRef<Upload[]>([]);
  const stoppers = useRef(new Map<number, AbortController>());
  const queries = useQueryClient();
  const nextKey = useRef(1);

  const put = useCallback((next: Upload[]) => {
    list.current = next;
    setUploads(next);
  }, []);
  const update = useCallback(
    (key: number, change: Partial<Upload>) =>
      put(list.current.map((item) => (item.key === key ? { ...item, ...change } : item))),
    [put],
  );

  const pump = useCallback(() => {
    const sending = list.current.filter((item) => item.state === 'sending').length;
    for (const item of list.current.filter((one) => one.state === 'waiting').slice(0, Math.max(0, atOnce - sending))) {
      const stopper = new AbortController();
      stoppers.current.set(item.key, stopper);
      update(item.key, { state: 'sending', sent: 0, problem: null });
      const send = item.kind === 'image' ? uploadImage : uploadDocument;
      send({
        file: item.file,
        signal: stopper.signal,
        onProgress: (sent) => update(item.key, { sent }),
        ...(item.collectionId ? { collectionId: item.collectionId } : {}),
      })
        .then((row) => {
          update(item.key, { state: 'done', sent: item.file.size, id: row.id });
          void queries.invalidateQueries({ queryKey: item.kind === 'image' ? queryKeys.images : queryKeys.documents });
          void queries.invalidateQueries({ queryKey: queryKeys.collections });
        })
        .catch((error: unknown) => {
          const stopped = error instanceof DOMException && error.name === 'AbortError';
          const tooLarge = error instanceof ApiProblem && error.status === 413;
          update(item.key, {
            state: stopped ? 'stopped' : 'failed',
            problem: stopped ? null : tooLarge ? 'This file is too large. Save it smaller.' : describeProblem(error),
          });
        })
        .finally(() => {
          stoppers.current.delete(item.key);
          pump();
        });
    }
  }, [queries, update]);

  const value = useMemo<Uploads>(
    () => ({
      uploads,
      add: (kind, files, collectionId) => {
        put([
          ...list.current,
          ...files.map((file): Upload => ({
            key: nextKey.current++,
            kind,
            file,
            collectionId,
            state: 'waiting',
            sent: 0,
            problem: null,
            id: null,
          })),
        ]);
        pump();
      },
      stop: (key) => {
        const stopper = stoppers.current.get(key);
        if (stopper) stopper.abort();
        else update(key, { state: 'stopped' });
      },
      again: (key) => {
        update(key, { state: 'waiting' });
        pump();
      },
      clear: () => put(list.current.filter((item) => item.state === 'waiting' || item.state === 'sending')),
    }),
    [uploads, put, pump, update],
  );
  return <UploadContext value={value}>{children}</UploadContext>;
}

/** The uploads of this session and how to start more. */
export function useUploads(): Uploads {
  const uploads = useContext(UploadContext);
  if (!uploads) throw new Error('useUploads needs an UploadProvider above it.');
  return uploads;
}
