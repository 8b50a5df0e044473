import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ContentType, RevisionRow } from '../../api';
import type { Chronicle } from '../../editing/chronicle';
import { nextOffset } from '../../parts/next-offset';
import { Confirm } from '../../parts/confirm';
import { ProblemNote, SkeletonRows } from '../../parts/states';
import { ComparisonView } from './comparison-view';
import classes from './history-screen.module.css';
import { VersionList } from './version-list';
import { CompareBar } from './compare-bar';
import type { HistorySearch } from './history-search';

interface HistoryScreenProps {
  versions: NonNullable<Chronicle['versions']>;
  type: ContentType;
  canEdit: boolean;
  live: boolean;
  search: HistorySearch;
  onSearch: (search: HistorySearch) => void;
  /** Makes a version, or some of its fields, the newest draft. */
  onRestore: (revisionId: number, fields?: string[]) => Promise<boolean>;
}
const chunk = 50;

/** Versions on the left, what differs between two of them on the right. */
export function HistoryScreen({ versions, type, canEdit, live, search, onSearch, onRestore }: HistoryScreenProps) {
  const list = useInfiniteQuery({
    queryKey: [...versions.key, 'all'],
    queryFn: ({ pageParam }) => versions.list({ limit: chunk, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: nextOffset,
  });
  const rows: RevisionRow[] = list.data?.pages.flatMap((part) => part.items) ?? [];
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const to = search.to ?? (rows[0] ? String(rows[0].id) : undefined);
  const from = search.from ?? (rows[1] ? String(rows[1].id) : undefined);
  const comparison = useQuery({
    queryKey: [...versions.key, 'compare', from, to],
    queryFn: () => versions.compare(String(from), String(to)),
    enabled: from !== undefined && to !== undefined && from !== to,
  });
  const older = rows.find((row) => String(row.id) === from);
  const mayRestore = canEdit && older !== undefined && !older.isLatest;
  const look = (id: number): void => {
    const at = rows.findIndex((row) => row.id === id);
    const before = rows[at + 1];
    onSearch(before ? { from: String(before.id), to: String(id) } : { from: String(id), to: 'draft' });
  };
  const restore = (fields?: string[]): void => {
    if (!older) return;
    setBusy(true);
    void onRestore(older.id, fields).finally(() => {
      setBusy(false);
      setAsked(false);
    });
  };
  if (list.isError)
    return (
      <ProblemNote error={list.error} what="The history could not be loaded." onRetry={() => void list.refetch()} />
    );
  return (
    <div className={classes.screen}>
      <aside className={classes.side} aria-label="Versions">
        {list.isPending ? (
          <SkeletonRows rows={6} />
        ) : (
          <VersionList rows={rows} type={type} shown={to} canName={canEdit} versions={versions} onLook={look} />
        )}
        {list.hasNextPage && (
          <Button
            variant="subtle"
            size="xs"
            data-accent
            onClick={() => void list.fetchNextPage()}
            loading={list.isFetchingNextPage}
          >
            Show older versions
          </Button>
        )}
      </aside>
      <section className={classes.main} aria-label="What differs">
        <CompareBar rows={rows} live={live} from={from} to={to} onSearch={onSearch} />
        {rows.length === 1 && !search.from && (
          <p className={classes.lead}>There is one version so far, so there is nothing to compare.</p>
        )}
        {from !== undefined && from === to && <p className={classes.lead}>These are the same version.</p>}
        {comparison.isError && (
          <ProblemNote
            error={comparison.error}
            what="These versions could not be compared."
            onRetry={() => void comparison.refetch()}
          />
        )}
        {comparison.isLoading && <SkeletonRows rows={4} />}
        {comparison.data && (
          <ComparisonView
            comparison={comparison.data}
            onRestoreField={mayRestore ? (name) => restore([name]) : undefined}
            busy={busy}
          />
        )}
        {mayRestore && (
          <div className={classes.foot}>
            <p>Restoring makes a new draft. All versions stay in the history.</p>
            <Button variant="filled" onClick={() => setAsked(true)}>
              Restore the older version
            </Button>
          </div>
        )}
      </section>
      {asked && (
        <Confirm
          opened
          title={older?.name ? `Restore “${older.name}”?` : 'Restore the older version?'}
          action="Restore it"
          busy={busy}
          onConfirm={() => restore()}
          onClose={() => setAsked(false)}
        >
          <p>
            Its values become the newest draft. What visitors see stays as it is, and so do all versions in between.
          </p>
        </Confirm>
      )}
    </div>
  );
}
