import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, queryKeys, type RecordMatch } from '../../api';
import { nextOffset } from '../../parts/next-offset';

/** The rows that match, piece by piece. */
export function useRecordList(type: string, match: RecordMatch, perPage: number, enabled: boolean) {
  const query = { ...match, limit: Math.min(perPage, 200) };
  const list = useInfiniteQuery({
    queryKey: [...queryKeys.recordList(type, query), 'infinite'],
    queryFn: ({ pageParam, signal }) => api.records.list(type, { ...query, offset: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: nextOffset,
    placeholderData: keepPreviousData,
    enabled,
  });
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = list;
  const needMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage]);
  return {
    list,
    needMore,
    rows: list.data?.pages.flatMap((part) => part.items) ?? [],
    total: list.data?.pages[0]?.total ?? 0,
  };
}
