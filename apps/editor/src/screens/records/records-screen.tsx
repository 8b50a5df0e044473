import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api, queryKeys, type BulkAction, type ContentType, type RecordMatch, type RecordRow } from '../../api';
import list from '../../parts/list-screen.module.css';
import { Empty, ProblemNote, SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { count } from '../../parts/words';
import { TopBar } from '../../shell/top-bar';
import { RemoveRecord } from './remove-record';
import { RecordBulkBar } from './bulk-bar';
import { RecordBulkDialog } from './bulk-dialog';
import { useColumns } from './column-choice';
import { ListTools } from './list-tools';
import { RecordMenu } from './record-menu';
import { matchOf, searchOf, type RecordSearch } from './record-search';
import { plainList } from './record-types';
import { RecordsBar } from './records-bar';
import { RecordsTable } from './records-table';
import { sizeOf, useSelection } from './selection';
import { linkTo } from './use-record-editing';
import { useRecordList } from './use-record-list';

interface RecordsScreenProps {
  name: string;
  /** Null while it is being loaded. */
  type: ContentType | null;
  search: RecordSearch;
}

/** All rows of one snippet or model type. */
export function RecordsScreen({ name, type, search }: RecordsScreenProps) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const scroller = useRef<HTMLDivElement>(null);
  const [removing, setRemoving] = useState<RecordRow | null>(null);
  const [bulk, setBulk] = useState<BulkAction | null>(null);
  const descriptor = type?.list ?? plainList;
  const match = matchOf(search);
  const { list: found, rows, total, needMore } = useRecordList(name, match, descriptor.perPage, type !== null);
  const { shown, flip } = useColumns(name, descriptor.columns);
  const { selection, clear, toggle, chooseLoaded, chooseAll } = useSelection();
  const label = type?.labelPlural ?? '';
  const what = type?.label.toLowerCase() ?? '';
  const here = { to: '/records/$type' as const, params: { type: name } };
  useTitle(label || 'Content');
  // Other words or filters, other rows: what was chosen may not be among them.
  useEffect(clear, [search, clear]);

  const setMatch = (change: Partial<RecordMatch>, replace = false): void =>
    void navigate({ ...here, search: searchOf({ ...match, ...change }), replace });
  const refresh = (): void => {
    void queries.invalidateQueries({ queryKey: queryKeys.records(name) });
  };
  const chosen = sizeOf(selection, total);
  const filtered = Boolean(match.q) || match.filters !== undefined;
  const add = type?.can.create && (
    <Button
      variant="filled"
      component={Link}
      {...(linkTo(name, 'new') as object)}
      leftSection={<IconPlus size={18} stroke={1.75} />}
    >
      Add <span className="no-phone">&nbsp;{what}</span>
    </Button>
  );
  return (
    <>
      <TopBar
        sideButton="Show the kinds of content"
        crumbs={[{ label: 'Content', link: { to: '/records' } }, ...(type ? [{ label, link: here }] : [])]}
        back={{ label: 'Content', link: { to: '/records' } }}
      />
      <div className={list.scroller} ref={scroller}>
        <div className={list.head}>
          <div className={list.headText}>
            <h1>{label || '\u00a0'}</h1>
            <p className={list.facts} role="status">
              {found.data ? `${count(total, 'entry', 'entries')}${filtered ? ' fit' : ''}` : '\u00a0'}
              {type?.description && !filtered && <span className="no-phone">{type.description}</span>}
            </p>
          </div>
          {type && (
            <ListTools
              type={type}
              descriptor={descriptor}
              match={match}
              total={total}
              shown={shown}
              onFlip={flip}
              onImported={refresh}
            />
          )}
          {add}
        </div>
        {type && <RecordsBar type={type} descriptor={descriptor} match={match} onChange={setMatch} />}
        {found.isError ? (
          <ProblemNote
            error={found.error}
            what="The list could not be loaded."
            onRetry={filtered || match.order ? () => void navigate(here) : () => void found.refetch()}
          />
        ) : !type || found.isPending ? (
          <SkeletonRows />
        ) : total === 0 ? (
          <Empty
            action={
              filtered ? (
                <Button onClick={() => setMatch({ q: '', filters: {} })}>Show all {label.toLowerCase()}</Button>
              ) : (
                add || undefined
              )
            }
          >
            {match.q
              ? `None of the ${label.toLowerCase()} has “${match.q}” in it.`
              : filtered
                ? `None of the ${label.toLowerCase()} fits these filters.`
                : `No ${label.toLowerCase()} yet.`}
          </Empty>
        ) : (
          <RecordsTable
            type={type}
            columns={shown}
            rows={rows}
            total={total}
            order={match.order}
            onOrder={(order) => setMatch({ order: order ?? '' })}
            selection={descriptor.bulk.length > 0 ? selection : null}
            onToggle={(id) => toggle(id, rows)}
            onToggleAll={() => (chosen > 0 ? clear() : chooseLoaded(rows))}
            menu={(row) => <RecordMenu type={type} row={row} onRemove={() => setRemoving(row)} onChanged={refresh} />}
            scroller={scroller}
            onNeedMore={needMore}
          />
        )}
        {found.isFetchingNextPage && <SkeletonRows rows={2} />}
      </div>
      {chosen > 0 && type && (
        <RecordBulkBar
          actions={descriptor.bulk}
          chosen={chosen}
          total={total}
          all={selection.all}
          onAll={chooseAll}
          onAction={setBulk}
          onClear={clear}
        />
      )}
      {bulk && type && (
        <RecordBulkDialog
          type={type}
          action={bulk}
          selection={selection}
          total={total}
          match={match}
          onClose={() => setBulk(null)}
          onDone={() => {
            clear();
            refresh();
          }}
        />
      )}
      {removing && (
        <RemoveRecord
          what={what}
          title={removing.title}
          remove={() => api.records.remove(name, removing.id)}
          onClose={() => setRemoving(null)}
          onRemoved={refresh}
        />
      )}
    </>
  );
}
