import { Button } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, queryKeys } from '../../api';
import { whenWithin } from '../../parts/dates';
import { describeProblem, ProblemNote, SkeletonRows } from '../../parts/states';
import { showNote } from '../../parts/undo';
import { clientWords } from '../audit/client-words';
import classes from './account.module.css';

/** Where one is signed in, each with a way to end it. */
export function DevicesSection() {
  const queries = useQueryClient();
  const sessions = useQuery({ queryKey: queryKeys.ownSessions, queryFn: api.me.sessions });
  const act = (work: Promise<unknown>, done: string): void =>
    void work
      .then(() => showNote(done))
      .catch((error: unknown) => showNote(describeProblem(error)))
      .finally(() => void queries.invalidateQueries({ queryKey: queryKeys.ownSessions }));
  if (sessions.isError) return <ProblemNote error={sessions.error} what="Your devices could not be loaded." />;
  if (!sessions.data) return <SkeletonRows rows={2} height="56px" />;
  const { items } = sessions.data;
  return (
    <>
      <ul className={classes.devices} aria-label="Devices">
        {items.map(({ id, agent, address, lastUsedAt, isCurrent }) => {
          const Shape = /mobile|android|iphone/i.test(agent) ? IconDeviceMobile : IconDeviceDesktop;
          return (
            <li key={id}>
              <Shape size={22} stroke={1.75} aria-hidden />
              <div>
                <b>{clientWords(agent) || 'A program that does not say its name'}</b>
                <p>
                  {isCurrent ? 'This device' : `Last used ${whenWithin(lastUsedAt)}`}
                  {address && `, from ${address}`}
                </p>
              </div>
              {!isCurrent && (
                <Button size="xs" onClick={() => act(api.me.endSession(id), 'That device was signed out.')}>
                  Sign out
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {items.length > 1 && (
        <Button mt={12} onClick={() => act(api.me.endOtherSessions(), 'All other devices were signed out.')}>
          Sign out everywhere else
        </Button>
      )}
    </>
  );
}
