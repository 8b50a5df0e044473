import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api, queryKeys } from '../api';
import { nextOffset } from '../parts/next-offset';
import { ProblemNote, SkeletonRows } from '../parts/states';
import { isInUse } from './all-the-same';
import classes from './bulk.module.css';

interface RefusedListProps {
  operation: string;
  /** Offers to do it all the same to what was refused because something points at it. */
  onInsist?: { verb: string; act: () => void; pending: boolean } | undefined;
}

/** What was refused, and why. */
export function RefusedList({ operation, onInsist }: RefusedListProps) {
  const list = useInfiniteQuery({
    queryKey: queryKeys.bulkRefused(operation),
    queryFn: ({ pageParam }) => api.bulk.refused(operation, 50, pageParam),
    initialPageParam: 0,
    getNextPageParam: nextOffset,
  });
  if (list.isError) return <ProblemNote error={list.error} what="What was refused could not be loaded." />;
  if (!list.data) return <SkeletonRows rows={2} />;
  const items = list.data.pages.flatMap((part) => part.items);
  return (
    <>
      <ul className={classes.refused} aria-label="Refused">
        {items.map(({ id, title, problem }) => (
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
      {onInsist && items.some(isInUse) && (
        <p className={classes.insist}>
          What points at them stays as it is, and leads nowhere until they come back.
          <Button data-danger loading={onInsist.pending} onClick={onInsist.act}>
            {onInsist.verb} all the same
          </Button>
        </p>
      )}
    </>
  );
}
