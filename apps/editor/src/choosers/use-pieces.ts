import { useInfiniteQuery } from '@tanstack/react-query';
import type { ListOf } from '../api';

/** A list read in pieces: what has come so far and a way to get more. */
export interface Pieces<Row> {
  rows: Row[];
  total: number;
  loading: boolean;
  error: unknown;
  retry: () => void;
  more: (() => void) | null;
  loadingMore: boolean;
}

/** Reads a list of the API piece by piece. Results of the search before stay until the new ones are there. */
export function usePieces<Row>(
  key: readonly unknown[],
  fetchPiece: (offset: number, limit: number, signal: AbortSignal) => Promise<ListOf<Row>>,
  limit = 40,
): Pieces<Row> {
  const query = useInfiniteQuery({
    queryKey: [...key, 'pieces', limit],
    queryFn: ({ pageParam, signal }) => fetchPiece(pageParam, limit, signal),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const loaded = all.reduce((sum, piece) => sum + piece.items.length, 0);
      return last.items.length > 0 && loaded < last.total ? loaded : undefined;
    },
    placeholderData: (before) => before,
  });
  return {
    rows: query.data?.pages.flatMap((piece) => piece.items) ?? [],
    total: query.data?.pages[0]?.total ?? 0,
    loading: query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    loadingMore: query.isFetchingNextPage,
  };
}
