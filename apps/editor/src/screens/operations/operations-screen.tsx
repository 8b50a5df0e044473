import { Button, Progress } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queryKeys, type BulkOperation } from '../../api';
import classes from '../../bulk/bulk.module.css';
import { RefusedList } from '../../bulk/refused-list';
import { isOpen, useOperation } from '../../bulk/use-operation';
import { whenWithin } from '../../parts/dates';
import list from '../../parts/list-screen.module.css';
import { nextOffset } from '../../parts/next-offset';
import { ShowMore } from '../../parts/show-more';
import { Empty, Loaded } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { useUser } from '../../session/session';
import { SettingsBar } from '../../shell/settings-bar';

const chunk = 30;
const states: Record<BulkOperation['state'], string> = {
  waiting: 'Waiting for its turn',
  running: 'Running',
  finished: 'Finished',
  cancelled: 'Stopped',
};

/** One operation, looked after while it runs. */
function Operation({ from }: { from: BulkOperation }) {
  const user = useUser();
  const queries = useQueryClient();
  const [looking, setLooking] = useState(false);
  const operation = useOperation(isOpen(from) ? from.id : null).data ?? from;
  const handled = operation.done + operation.refused;
  const stop = (): void =>
    void api.bulk.cancel(operation.id).then(() => queries.invalidateQueries({ queryKey: queryKeys.bulkOperations }));
  return (
    <li className={classes.operation}>
      <header>
        <b>{operation.label}</b>
        <span>
          {operation.user.id === user.id ? 'You' : operation.user.name}, {whenWithin(operation.createdAt)}
        </span>
        {isOpen(operation) && (
          <Button size="xs" onClick={stop}>
            Stop
          </Button>
        )}
        {operation.refused > 0 && (
          <Button size="xs" variant="subtle" aria-expanded={looking} onClick={() => setLooking(!looking)}>
            {looking ? 'Hide what was refused' : 'What was refused'}
          </Button>
        )}
      </header>
      <Progress value={(handled / Math.max(1, operation.total)) * 100} aria-label={`${operation.label}, progress`} />
      <p>
        {states[operation.state]}: {operation.done} of {operation.total} done
        {operation.refused > 0 && `, ${operation.refused} refused`}
      </p>
      {looking && <RefusedList operation={operation.id} />}
    </li>
  );
}

/** What was asked to be done to many things, and how it went. */
export function OperationsScreen() {
  useTitle('Bulk operations');
  const found = useInfiniteQuery({
    queryKey: queryKeys.bulkOperations,
    queryFn: ({ pageParam }) => api.bulk.list(chunk, pageParam),
    initialPageParam: 0,
    getNextPageParam: nextOffset,
  });
  const operations = found.data?.pages.flatMap((part) => part.items) ?? [];
  return (
    <>
      <SettingsBar path={[{ label: 'Bulk operations', link: { to: '/reports/operations' } }]} />
      <div className={list.scroller}>
        <div className={classes.page}>
          <div className={list.head}>
            <div className={list.headText}>
              <h1>Bulk operations</h1>
              <p className={list.facts}>What was asked to be done to many things at once in the last 30 days.</p>
            </div>
          </div>
          <Loaded found={found} what="They could not be loaded.">
            {operations.length === 0 ? (
              <Empty>Nothing yet. Select many things in a list to publish, change or remove them together.</Empty>
            ) : (
              <ol className={classes.list}>
                {operations.map((operation) => (
                  <Operation key={operation.id} from={operation} />
                ))}
              </ol>
            )}
          </Loaded>
          <ShowMore found={found}>Show older ones</ShowMore>
        </div>
      </div>
    </>
  );
}
