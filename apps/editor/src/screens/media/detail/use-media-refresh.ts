import { useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../../../api';

/** Has lists, counts and chosen things asked for again after something of the library changed; details stay. */
export function useMediaRefresh(kind: 'images' | 'documents'): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({
      queryKey: queryKeys[kind],
      predicate: ({ queryKey }) => queryKey[1] !== 'detail',
    });
    void queries.invalidateQueries({ queryKey: queryKeys.collections });
    void queries.invalidateQueries({ queryKey: queryKeys.tags('') });
  };
}
