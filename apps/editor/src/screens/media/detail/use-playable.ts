import { useEffect, useState } from 'react';
import { requestFile } from '../../../api';
import type { DocumentRow } from '../../../api';

/**
 * Where a player gets a file from: its public address, or, where that is refused because its collection is private or it
 * lies in the trash, the file as fetched by the person who is signed in. Players cannot say who asks.
 */
export function usePlayable({ id, url }: Pick<DocumentRow, 'id' | 'url'>) {
  const [refused, setRefused] = useState<string | null>(null);
  const [fetched, setFetched] = useState<string | null>(null);
  const isRefused = refused === url;
  useEffect(() => {
    if (!isRefused) return;
    const leaving = new AbortController();
    let address: string | null = null;
    requestFile(`/documents/${id}/file`, { signal: leaving.signal })
      .then((response) => response.blob())
      .then((file) => {
        if (!leaving.signal.aborted) setFetched((address = URL.createObjectURL(file)));
      })
      // The player says that it cannot play.
      .catch(() => undefined);
    return () => {
      leaving.abort();
      setFetched(null);
      if (address !== null) URL.revokeObjectURL(address);
    };
  }, [id, isRefused]);
  return { src: (isRefused && fetched) || url, onError: () => setRefused(url) };
}
