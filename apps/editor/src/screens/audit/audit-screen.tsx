import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api, queryKeys, type AuditLogEntry } from '../../api';
import { dayName } from '../../parts/dates';
import list from '../../parts/list-screen.module.css';
import { ShowMore } from '../../parts/show-more';
import { Empty, Loaded } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { SettingsBar } from '../../shell/settings-bar';
import { AuditBar } from './audit-bar';
import { AuditLine } from './audit-line';
import { auditMatch, type AuditSearch } from './audit-search';
import classes from './audit.module.css';

const route = getRouteApi('/reports/audit');
const chunk = 50;

/** Entries of one day, latest first. */
function byDay(entries: AuditLogEntry[]): { day: string; entries: AuditLogEntry[] }[] {
  const days: { day: string; entries: AuditLogEntry[] }[] = [];
  for (const entry of entries) {
    const day = dayName(entry.at);
    const last = days[days.length - 1];
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

/** Who did what, across everything this person may know of. */
export function AuditRoute() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  useTitle('Audit log');
  // The entries of one operation are shown one by one; else each operation is a line.
  const query = { ...auditMatch(search), grouped: search.request === undefined, limit: chunk };
  const log = useInfiniteQuery({
    queryKey: queryKeys.audit(query),
    queryFn: ({ pageParam, signal }) =>
      api.audit.list({ ...query, ...(pageParam ? { after: pageParam } : {}) }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const change = (next: Partial<AuditSearch>): void => void navigate({ search: { ...search, ...next } });
  const entries = log.data?.pages.flatMap((part) => part.items) ?? [];
  const person = entries.find(({ actor }) => String(actor.id) === search.user)?.actor.name;
  const filtered = Object.keys(search).length > 0;
  return (
    <>
      <SettingsBar path={[{ label: 'Audit log', link: { to: '/reports/audit' } }]} />
      <div className={list.scroller}>
        <div className={classes.page}>
          <div className={list.head}>
            <div className={list.headText}>
              <h1>Audit log</h1>
              <p className={list.facts}>What was done, by whom. Nobody can change it.</p>
            </div>
          </div>
          <AuditBar search={search} person={person} onChange={change} />
          <Loaded found={log} what="The log could not be loaded.">
            {entries.length === 0 ? (
              <Empty
                action={filtered && <Button onClick={() => void navigate({ search: {} })}>Show everything</Button>}
              >
                {filtered ? 'Nothing was done that fits these filters.' : 'Nothing was done yet that you may know of.'}
              </Empty>
            ) : (
              byDay(entries).map(({ day, entries: ofDay }) => (
                <section key={day} className={classes.group} aria-label={day}>
                  <h2>{day}</h2>
                  <ol>
                    {ofDay.map((entry) => (
                      <AuditLine
                        key={entry.id}
                        entry={entry}
                        onPerson={(user) => change({ user })}
                        onRequest={(request) => change({ request })}
                      />
                    ))}
                  </ol>
                </section>
              ))
            )}
          </Loaded>
          <ShowMore found={log}>Show older entries</ShowMore>
        </div>
      </div>
    </>
  );
}
