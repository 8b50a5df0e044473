import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem, type UploadOptions } from '../api';
import { describeProblem } from '../parts/states';

/** The upload a chooser is busy with, or the one that failed. */
export interface Upload {
  name: string;
  share: number;
  failure: string | null;
}

/** Uploads one file inside of a chooser and hands over what the server made of it. */
export function useUpload<Row>(send: (options: UploadOptions) => Promise<Row>, onDone: (row: Row) => void) {
  const [upload, setUpload] = useState<Upload | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const start = useCallback(
    async (file: File, collectionId: number | null) => {
      stop.current?.abort();
      const controller = new AbortController();
      stop.current = controller;
      setUpload({ name: file.name, share: 0, failure: null });
      try {
        const row = await send({
          file,
          signal: controller.signal,
          ...(collectionId === null ? {} : { collectionId }),
          onProgress: (sent, total) => setUpload({ name: file.name, share: total ? sent / total : 0, failure: null }),
        });
        setUpload(null);
        onDone(row);
      } catch (error) {
        if (controller.signal.aborted) setUpload(null);
        else setUpload({ name: file.name, share: 0, failure: failureOf(file, error) });
      }
    },
    [send, onDone],
  );

  return {
    upload,
    start,
    dismiss: () => {
      stop.current?.abort();
      setUpload(null);
    },
  };
}

/** Says what to do about a file that was not taken. */
function failureOf(file: File, error: unknown): string {
  const ending = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase();
  if (ending === 'heic' || ending === 'heif') return 'HEIC can’t be read. Save it as JPEG.';
  if (error instanceof ApiProblem && error.status === 413)
    return 'This file is too large. Make it smaller and try again.';
  if (error instanceof ApiProblem && error.status === 415)
    return `${ending ? ending.toUpperCase() : 'This kind of file'} can’t be read. Save it in another form.`;
  return describeProblem(error);
}
