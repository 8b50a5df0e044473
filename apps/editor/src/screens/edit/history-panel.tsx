import { Button } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ContentType, HistoryEntry, RevisionRow } from '../../api';
import type { Chronicle } from '../../editing/chronicle';
import { isEdit, isPublication, namedFields, wordsOfAction } from '../../editing/history-words';
import { moment } from '../../parts/dates';
import { Person, StateMark } from '../../parts/marks';
import { nextOffset } from '../../parts/next-offset';
import { ProblemNote, SkeletonRows } from '../../parts/states';
import { count } from '../../parts/words';
import { useUser } from '../../session/session';
import classes from './history.module.css';

interface HistoryPanelProps {
  chronicle: Chronicle;
  type: ContentType;
  /** What it is, as in “Page created”. */
  what: string;
  dirty: number;
  onLook: (revisionId: number) => void;
  looking: number | null;
}
const chunk = 30;

type Row = { entry: HistoryEntry; revision: RevisionRow | undefined };
/** Joins what happened with the versions it made; a version nobody has written about still shows. */
function rowsOf(entries: HistoryEntry[], revisions: RevisionRow[]): Row[] {
  const byId = new Map(revisions.map((revision) => [revision.id, revision]));
  const told = new Set(entries.map((entry) => entry.revisionId));
  const untold: HistoryEntry[] = revisions
    .filter((revision) => !told.has(revision.id))
    .map((revision) => ({
      id: `revision-${revision.id}`,
      at: revision.createdAt,
      action: 'page.edit',
      user: revision.user,
      revisionId: revision.id,
      data: {},
    }));
  return [...entries, ...untold]
    .sort((a, b) => b.at.localeCompare(a.at))
    .map((entry) => ({ entry, revision: entry.revisionId === null ? undefined : byId.get(entry.revisionId) }));
}

const nothing = { total: 0, items: [] };

/** The history of something: what happened, who did it, and each version to look at. */
export function HistoryPanel({ chronicle, type, what, dirty, onLook, looking }: HistoryPanelProps) {
  const user = useUser();
  const { versions } = chronicle;
  const history = useInfiniteQuery({
    queryKey: chronicle.historyKey,
    queryFn: ({ pageParam }) => chronicle.history({ limit: chunk, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: nextOffset,
  });
  const revisions = useInfiniteQuery({
    queryKey: versions?.key ?? [...chronicle.historyKey, 'no-versions'],
    queryFn: ({ pageParam }) => versions?.list({ limit: chunk, offset: pageParam }) ?? nothing,
    initialPageParam: 0,
    getNextPageParam: nextOffset,
  });
  const rows = useMemo(
    () =>
      rowsOf(
        history.data?.pages.flatMap((part) => part.items) ?? [],
        revisions.data?.pages.flatMap((part) => part.items) ?? [],
      ),
    [history.data, revisions.data],
  );
  const error = history.error ?? revisions.error;
  const more = history.hasNextPage || revisions.hasNextPage;
  const titleOf = ({ entry, revision }: Row): string => {
    if (!isEdit(entry)) return wordsOfAction(entry, what);
    return namedFields(type, revision?.changedFields ?? entry.data.fields) || (versions ? 'Saved again' : 'Edited');
  };
  return (
    <>
      {error ? (
        <ProblemNote
          error={error}
          what="The history could not be loaded."
          onRetry={() => {
            void history.refetch();
            void revisions.refetch();
          }}
        />
      ) : history.isPending || revisions.isPending ? (
        <SkeletonRows rows={6} />
      ) : (
        <ol>
          {versions && rows.length > 0 && (
            <li className={classes.all}>
              <Button component={Link} {...(versions.screen as object)} variant="subtle" size="xs" px={6} data-accent>
                Compare and name versions
              </Button>
            </li>
          )}
          {dirty > 0 && (
            <li className={classes.item} data-now>
              <StateMark state="draft" silent />
              <b>Now, {count(dirty, 'change')} not saved</b>
              <p>
                <Person id={user.id} name={user.name} size={20} silent />
                You
              </p>
            </li>
          )}
          {rows.length === 0 && dirty === 0 && <li className={classes.item}>Nothing has happened yet.</li>}
          {rows.map((row) => {
            const { entry, revision } = row;
            const live = isPublication(entry);
            const shown = revision && looking === revision.id && !live;
            return (
              <li key={entry.id} className={classes.item} data-on={shown || undefined}>
                {live ? (
                  <StateMark state="live" silent />
                ) : (
                  <span className={classes.dot} data-small={isEdit(entry) ? undefined : ''} aria-hidden />
                )}
                <b>{titleOf(row)}</b>
                {revision?.name && (
                  <p>
                    <IconBookmark size={16} stroke={1.75} aria-hidden />
                    {revision.name}
                  </p>
                )}
                {live && revision?.isLive && <span className={classes.tag}>Live now</span>}
                <p className="num">
                  {entry.user && <Person id={entry.user.id} name={entry.user.name} size={20} silent />}
                  <span>
                    {entry.user ? `${entry.user.id === user.id ? 'You' : entry.user.name}, ` : ''}
                    <time dateTime={entry.at}>{moment(entry.at)}</time>
                  </span>
                </p>
                {revision &&
                  !live &&
                  (revision.isLatest ? (
                    <p className={classes.latest}>This is the newest version.</p>
                  ) : (
                    <Button
                      variant="subtle"
                      size="xs"
                      data-accent
                      px={6}
                      onClick={() => onLook(revision.id)}
                      aria-label={`Look at the version of ${moment(entry.at)}`}
                    >
                      Look at it
                    </Button>
                  ))}
                {revision?.isLatest && !live && revision.changedFields.length > 0 && isEdit(entry) && (
                  <Button variant="subtle" size="xs" px={6} onClick={() => onLook(revision.id)}>
                    What changed
                  </Button>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {more && !error && (
        <Button
          variant="subtle"
          size="xs"
          data-accent
          onClick={() => {
            if (history.hasNextPage) void history.fetchNextPage();
            if (revisions.hasNextPage) void revisions.fetchNextPage();
          }}
          loading={history.isFetchingNextPage || revisions.isFetchingNextPage}
        >
          {versions ? 'Show older versions' : 'Show older entries'}
        </Button>
      )}
    </>
  );
}
