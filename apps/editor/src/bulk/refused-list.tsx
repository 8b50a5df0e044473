import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api, queryKeys } from '../api';
import { nextOffset } from '../parts/next-offset';
import { ProblemNote, SkeletonRows } from '../parts/states';
import classes from './bulk.module.css';

/** What was refused, and why. */
export function RefusedList({ operation }: { operation: string }) {
  const list = useInfiniteQuery({
    queryKey: queryKeys.bulkRefused(operation),
    queryFn: ({ pageParam }) => api.bulk.refused(operation, 50, pageParam),
    initialPageParam: 0,
    getNextPageParam: nextOffset,
  });
  if (list.isError) return <ProblemNote error={list.error} what="What was refused could not be loaded." />;
  if (!list.data) return <SkeletonRows rows={2} />;
  return (
    <>
      <ul className={classes.refused} aria-label="Refused">
        {list.data.pages
          .flatMap((part) => part.items)
          .map(({ id, title, problem }) => (
            <li key={id}>
              <b>{title}</b> {String(problem?.detail ?? problem?.title ?? 'It was refused.')}
            </li>
          ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="subtle" size="xs" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  );
}
