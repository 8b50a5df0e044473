import { useEffect, useEffectEvent, useState } from 'react';
import { api, type DocumentRow, type ImageRow } from '../api';
import type { Upload, UploadKind, UploadSource } from '../uploads/upload';
import { useUploadQueue, useUploads } from '../uploads/uploads';

interface ChooserUploads {
  /** Those that were begun in this chooser. */
  uploads: readonly Upload[];
  addFiles: (files: File[]) => void;
  addAddress: (url: string) => void;
}

/**
 * Uploads begun in a chooser. They are in the queue like all others, so closing the chooser does not stop them; what
 * each became is handed over as soon as it is there.
 */
export function useChooserUploads<Kind extends UploadKind>(
  kind: Kind,
  collectionId: number | null,
  onReady: (row: Kind extends 'image' ? ImageRow : DocumentRow, of: { alone: boolean }) => void,
): ChooserUploads {
  const queue = useUploadQueue();
  const all = useUploads();
  const [keys, setKeys] = useState<readonly number[]>([]);
  const [told, setTold] = useState<readonly number[]>([]);
  const uploads = all.filter(({ key }) => keys.includes(key));
  const add = (sources: readonly UploadSource[]): void => {
    const added = queue.add(sources.map((source) => ({ kind, source, collectionId: collectionId ?? undefined })));
    setKeys((now) => [...now, ...added]);
  };
  const ready = uploads.find(({ key, state, id }) => state === 'done' && id !== null && !told.includes(key));
  const tell = useEffectEvent((row: ImageRow | DocumentRow) =>
    onReady(row as Parameters<typeof onReady>[0], { alone: keys.length === 1 }),
  );
  const { key, id } = ready ?? {};
  useEffect(() => {
    if (key === undefined || typeof id !== 'number') return undefined;
    let open = true;
    // A row that cannot be read is no longer there: the list shows what is.
    api[kind === 'image' ? 'images' : 'documents'].get(id).then(
      (row) => {
        if (!open) return;
        setTold((now) => [...now, key]);
        tell(row);
      },
      () => setTold((now) => [...now, key]),
    );
    return () => {
      open = false;
    };
  }, [kind, key, id]);
  return {
    uploads,
    addFiles: (files) => add(files.map((file) => ({ file }))),
    addAddress: (url) => add([{ url }]),
  };
}
