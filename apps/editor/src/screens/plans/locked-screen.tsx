import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queryKeys } from '../../api';
import { moment } from '../../parts/dates';
import { Empty, ProblemNote, SkeletonRows } from '../../parts/states';
import classes from './plans.module.css';
import { ReportFrame } from './report-frame';
import { SubjectName } from './subject-name';

const chunk = 50;

/** What is locked, the latest first. */
export function LockedScreen() {
  const [mine, setMine] = useState(false);
  const found = useInfiniteQuery({
    queryKey: queryKeys.lockedPages(mine),
    queryFn: ({ pageParam }) => api.plans.locked({ mine, limit: chunk, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => (last.items.length === chunk ? all.length * chunk : undefined),
  });
  const items = found.data?.pages.flatMap((part) => part.items) ?? [];
  return (
    <ReportFrame
      title="Locked"
      facts="Pages and snippets that somebody keeps others from changing."
      link={{ to: '/reports/locked' }}
      {...{ mine, onMine: setMine }}
    >
      {found.isError ? (
        <ProblemNote error={found.error} what="The locks could not be loaded." onRetry={() => void found.refetch()} />
      ) : found.isPending ? (
        <SkeletonRows />
      ) : items.length === 0 ? (
        <Empty>{mine ? 'You have locked nothing.' : 'Nothing is locked.'}</Empty>
      ) : (
        <ul className={classes.list}>
          {items.map((item) => (
            <li key={`${item.subjectType} ${item.subjectId}`} className={classes.item}>
              <SubjectName {...item} />
              <span className={classes.when}>{item.at && `since ${moment(item.at)}`}</span>
              <span>{item.typeLabel}</span>
              <span className={classes.when}>by {item.by?.name ?? 'somebody whose account is gone'}</span>
            </li>
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button mt={16} loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          Show more
        </Button>
      )}
    </ReportFrame>
  );
}
