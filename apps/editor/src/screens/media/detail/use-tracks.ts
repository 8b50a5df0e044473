import { useQuery } from '@tanstack/react-query';
import { api, queryKeys, type Caption } from '../../../api';

/** Captions with the addresses of their files, as far as browsers read them. */
export function useTracks(captions: readonly Caption[]): { language: string; label: string; url: string }[] {
  const ids = captions.map(({ documentId }) => documentId);
  const files = useQuery({
    queryKey: queryKeys.documentList({ ids }),
    queryFn: () => api.documents.list({ ids, limit: ids.length }),
    enabled: ids.length > 0,
  });
  return captions.flatMap(({ documentId, language, label }) => {
    const file = files.data?.items.find(({ id }) => id === documentId);
    return file && /\.vtt$/i.test(file.fileName) ? [{ language, label, url: file.url }] : [];
  });
}
