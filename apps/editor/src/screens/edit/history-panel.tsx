import { ActionIcon, Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { api, queryKeys, type ContentType, type HistoryEntry, type PageDetail, type RevisionRow } from '../../api';
import { moment } from '../../parts/dates';
import { Person, StateMark } from '../../parts/marks';
import { ProblemNote, SkeletonRows } from '../../parts/states';
import { count } from '../../parts/words';
import { useUser } from '../../session/session';
import classes from './history.module.css';

interface HistoryPanelProps {
  page: PageDetail;
  type: ContentType;
  dirty: number;
  onClose: () => void;
  onLook: (revisionId: number) => void;
  looking: number | null;
}
const chunk = 30;
/** What the audit log calls it, in words; anything else is shown as it is called. */
const words: Readonly<Record<string, string>> = {
  'page.create': 'Page created',
  'page.edit': 'Edited',
  'page.publish': 'Went live',
  'page.unpublish': 'Taken offline',
  'page.move': 'Moved',
  'page.delete': 'Moved to trash',
  'page.restore': 'Taken back from the trash',
  'page.revert': 'Older version restored',
  'page.import': 'Imported',
};

function fieldNames(type: ContentType, names: string[]): string {
  const labels = names
    .map((name) => type.fields.find((field) => field.name === name)?.label)
    .filter((label) => label !== undefined);
  if (labels.length > 3) return `${labels.slice(0, 2).join(', ')} and ${labels.length - 2} more`;
  return labels.join(', ');
}

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

/** The history of a page: what happened, who did it, and each version to look at. */
export function HistoryPanel({ page, type, dirty, onClose, onLook, looking }: HistoryPanelProps) {
  const user = useUser();
  const next = <T,>(last: { items: T[]; total: number }, all: { items: T[] }[]): number | undefined => {
    const have = all.reduce((sum, part) => sum + part.items.length, 0);
    return last.items.length > 0 && have < last.total ? have : undefined;
  };
  const history = useInfiniteQuery({
    queryKey: queryKeys.history(page.id),
    queryFn: ({ pageParam }) => api.pages.history(page.id, { limit: chunk, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: next,
  });
  const revisions = useInfiniteQuery({
    queryKey: queryKeys.revisions(page.id),
    queryFn: ({ pageParam }) => api.pages.revisions(page.id, { limit: chunk, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: next,
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
    if (entry.action !== 'page.edit') return words[entry.action] ?? entry.action;
    return (revision && fieldNames(type, revision.changedFields)) || 'Saved again';
  };
  return (
    <>
      <div className={classes.head}>
        <h2>History</h2>
        <ActionIcon size={26} aria-label="Close history" title="Close history" onClick={onClose}>
          <IconX size={18} stroke={1.75} />
        </ActionIcon>
      </div>
      <div className={classes.list}>
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
            {dirty > 0 && (
              <li className={classes.item} data-now>
                <StateMark state="draft" silent />
                <b>Now, {count(dirty, 'change')} not saved</b>
                <p>
                  <Person name={user.name} size={20} silent />
                  You
                </p>
              </li>
            )}
            {rows.map((row) => {
              const { entry, revision } = row;
              const live = entry.action === 'page.publish';
              const shown = revision && looking === revision.id && !live;
              return (
                <li key={entry.id} className={classes.item} data-on={shown || undefined}>
                  {live ? (
                    <StateMark state="live" silent />
                  ) : (
                    <span
                      className={classes.dot}
                      data-small={entry.action === 'page.edit' ? undefined : ''}
                      aria-hidden
                    />
                  )}
                  <b>{titleOf(row)}</b>
                  {live && revision?.isLive && <span className={classes.tag}>Live now</span>}
                  <p className="num">
                    {entry.user && <Person name={entry.user.name} size={20} silent />}
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
                  {revision?.isLatest && !live && revision.changedFields.length > 0 && entry.action === 'page.edit' && (
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
            Show older versions
          </Button>
        )}
      </div>
    </>
  );
}
