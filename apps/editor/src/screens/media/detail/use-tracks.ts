import { useQuery } from '@tanstack/react-query';
import { api, queryKeys, type Caption } from '../../../api';

/** Captions with the addresses browsers read them from. */
export function useTracks(captions: readonly Caption[]): { language: string; label: string; url: string }[] {
  const ids = captions.map(({ documentId }) => documentId);
  const files = useQuery({
    queryKey: queryKeys.documentList({ ids }),
    queryFn: () => api.documents.list({ ids, limit: ids.length }),
    enabled: ids.length > 0,
  });
  return captions.flatMap(({ documentId, language, label }) => {
    const file = files.data?.items.find(({ id }) => id === documentId);
    if (!file) return [];
    // SubRip is served as WebVTT under a name of its own.
    return [{ language, label, url: /\.srt$/i.test(file.fileName) ? `${file.url}.vtt` : file.url }];
  });
}
