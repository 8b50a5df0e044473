import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queryKeys } from '../../api';
import { Empty, ProblemNote, SkeletonRows } from '../../parts/states';
import { zonedMoment } from '../../parts/zones';
import classes from './plans.module.css';
import { ReportFrame } from './report-frame';
import { SubjectName } from './subject-name';

const chunk = 50;

/** What goes live and offline, when; what could not comes first. */
export function ScheduledScreen() {
  const [mine, setMine] = useState(false);
  const found = useInfiniteQuery({
    queryKey: queryKeys.scheduled(mine),
    queryFn: ({ pageParam }) => api.plans.scheduled({ mine, limit: chunk, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => (last.items.length === chunk ? all.length * chunk : undefined),
  });
  const items = found.data?.pages.flatMap((part) => part.items) ?? [];
  return (
    <ReportFrame
      title="Planned"
      facts="What goes live and offline at a time, the next first."
      link={{ to: '/reports/scheduled' }}
      {...{ mine, onMine: setMine }}
    >
      {found.isError ? (
        <ProblemNote error={found.error} what="The plans could not be loaded." onRetry={() => void found.refetch()} />
      ) : found.isPending ? (
        <SkeletonRows />
      ) : items.length === 0 ? (
        <Empty>{mine ? 'You have planned nothing.' : 'Nothing is planned.'}</Empty>
      ) : (
        <ul className={classes.list}>
          {items.map((item) => (
            <li key={`${item.subjectType} ${item.subjectId} ${item.kind}`} className={classes.item}>
              <SubjectName {...item} />
              <span className={classes.when}>
                {item.kind === 'goLive' ? 'Goes live' : 'Goes offline'} {zonedMoment(item.at, item.zone)}
              </span>
              <span>{item.typeLabel}</span>
              <span className={classes.when}>{item.by.name && `by ${item.by.name}`}</span>
              {item.problem && <span className={classes.bad}>It could not be done: {item.problem.detail}</span>}
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
