import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { ApiProblem, discardUpload, queryKeys } from '../api';
import { failureWords } from './failure-words';
import { findSame } from './find-same';
import { UploadQueue } from './queue';
import { sendFile } from './send-file';
import { isMoving, type Upload } from './upload';

const UploadContext = createContext<UploadQueue | null>(null);

/** Uploads go on while you work elsewhere in the editor. */
export function UploadProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [queue] = useState(
    () =>
      new UploadQueue({
        send: sendFile,
        discard: discardUpload,
        findSame,
        explain: (error, { name, kind }) => ({
          problem: failureWords(error, name, kind),
          offline: error instanceof ApiProblem && error.isOffline,
          refused: error instanceof ApiProblem && [400, 413, 415, 422].includes(error.status),
        }),
        onDone: ({ kind }) => {
          void queries.invalidateQueries({ queryKey: kind === 'image' ? queryKeys.images : queryKeys.documents });
          void queries.invalidateQueries({ queryKey: queryKeys.collections });
        },
      }),
  );
  const moving = useSyncExternalStore(queue.subscribe, () => queue.snapshot().some(isMoving));
  useEffect(() => {
    const goOn = (): void => queue.resumeOffline();
    window.addEventListener('online', goOn);
    return () => window.removeEventListener('online', goOn);
  }, [queue]);
  useEffect(() => {
    if (!moving) return undefined;
    // Closing the tab would stop them: the browser asks first.
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [moving]);
  return <UploadContext value={queue}>{children}</UploadContext>;
}

/** The queue of uploads: how to add to it, and what can be done with those in it. */
export function useUploadQueue(): UploadQueue {
  const queue = useContext(UploadContext);
  if (!queue) throw new Error('useUploadQueue needs an UploadProvider above it.');
  return queue;
}

/** What is in the queue, kept up to date. */
export function useUploads(): readonly Upload[] {
  const queue = useUploadQueue();
  return useSyncExternalStore(queue.subscribe, queue.snapshot);
}
