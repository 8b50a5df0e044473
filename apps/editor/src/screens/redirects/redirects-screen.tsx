import { ActionIcon, Button, Menu, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconDots, IconDownload, IconPlus, IconSearch, IconUpload } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api, queryKeys, type RedirectRow } from '../../api';
import { Confirm } from '../../parts/confirm';
import list from '../../parts/list-screen.module.css';
import { describeProblem, Empty, ProblemNote, SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { showNote } from '../../parts/undo';
import { count } from '../../parts/words';
import { TopBar } from '../../shell/top-bar';
import { ImportDialog } from '../records/import-dialog';
import { useSites } from '../site-data';
import { RedirectDialog } from './redirect-dialog';
import { redirectMatch, type RedirectSearch } from './redirect-search';
import { RedirectsTable } from './redirects-table';

const route = getRouteApi('/settings/redirects');
const chunk = 50;
const views: { view: RedirectSearch['view']; label: string }[] = [
  { view: undefined, label: 'All' },
  { view: 'hand', label: 'Made by hand' },
  { view: 'pages', label: 'Left by pages' },
];
const columns: Readonly<Record<string, string>> = { from: 'From', to: 'To', site: 'Site', type: 'Type' };

/** Where former addresses lead. */
export function RedirectsRoute() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const sites = useSites();
  const [text, setText] = useState(search.q ?? '');
  const [editing, setEditing] = useState<RedirectRow | 'new' | null>(null);
  const [removing, setRemoving] = useState<RedirectRow | null>(null);
  const [importing, setImporting] = useState(false);
  useTitle('Redirects');
  useEffect(() => setText(search.q ?? ''), [search.q]);
  const match = redirectMatch(search);
  const found = useInfiniteQuery({
    queryKey: queryKeys.redirectList(match),
    queryFn: ({ pageParam, signal }) => api.redirects.list({ ...match, limit: chunk, offset: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: (last, all) => (all.length * chunk < last.total ? all.length * chunk : undefined),
    placeholderData: keepPreviousData,
  });
  const change = (next: Partial<RedirectSearch>): void =>
    void navigate({ search: { ...search, ...next }, replace: true });
  const tell = useDebouncedCallback((value: string) => change({ q: value.trim() || undefined }), 220);
  const refresh = (): void => void queries.invalidateQueries({ queryKey: queryKeys.redirects });
  const remove = (row: RedirectRow): void => {
    if (row.id === null) return;
    api.redirects
      .remove(row.id)
      .then(refresh)
      .catch((error: unknown) => showNote(describeProblem(error)))
      .finally(() => setRemoving(null));
  };
  const take = (): void =>
    void api.redirects
      .export(match)
      .catch((error: unknown) => showNote(`Nothing was exported. ${describeProblem(error)}`));
  const first = found.data?.pages[0];
  const items = found.data?.pages.flatMap((part) => part.items) ?? [];
  const can = first?.can ?? { add: false, edit: false, delete: false };
  const filtered = Object.keys(search).length > 0;
  return (
    <>
      <TopBar
        crumbs={[
          { label: 'Settings', link: { to: '/settings' } },
          { label: 'Redirects', link: { to: '/settings/redirects' } },
        ]}
        phoneTitle="Redirects"
        sideButton="Show the settings"
        back={{ label: 'Settings', link: { to: '/settings' } }}
      />
      <div className={list.scroller}>
        <div className={list.head}>
          <div className={list.headText}>
            <h1>Redirects</h1>
            <p className={list.facts} role="status">
              {first
                ? `${count(first.total, 'former address', 'former addresses')}${filtered ? ' fit' : ''}`
                : '\u00a0'}
            </p>
          </div>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label="Export and import" title="Export and import">
                <IconDots size={18} stroke={1.75} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={take} leftSection={<IconDownload size={16} stroke={1.75} />}>
                Export as CSV
              </Menu.Item>
              {can.add && (
                <Menu.Item onClick={() => setImporting(true)} leftSection={<IconUpload size={16} stroke={1.75} />}>
                  Import a file
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
          {can.add && (
            <Button
              variant="filled"
              onClick={() => setEditing('new')}
              leftSection={<IconPlus size={18} stroke={1.75} />}
            >
              Add <span className="no-phone">&nbsp;redirect</span>
            </Button>
          )}
        </div>
        <div className={list.views} role="group" aria-label="Which redirects">
          {views.map(({ view, label }) => (
            <button key={label} type="button" aria-pressed={search.view === view} onClick={() => change({ view })}>
              {label}
            </button>
          ))}
        </div>
        <div className={list.bar}>
          <TextInput
            className={list.find!}
            type="search"
            aria-label="Find by address"
            placeholder="Find by address"
            value={text}
            data-ghost
            leftSection={<IconSearch size={15} stroke={1.75} />}
            onChange={(event) => {
              setText(event.currentTarget.value);
              tell(event.currentTarget.value);
            }}
          />
          {sites.length > 1 && (
            <Select
              aria-label="Site"
              placeholder="Any site"
              value={search.site ?? null}
              onChange={(site) => change({ site: site ?? undefined })}
              clearable
              clearButtonProps={{ 'aria-label': 'Any site' }}
              data={[
                { value: 'all', label: 'Every site' },
                ...sites.map(({ id, name, hostname }) => ({ value: String(id), label: name || hostname })),
              ]}
            />
          )}
        </div>
        {found.isError ? (
          <ProblemNote
            error={found.error}
            what="The redirects could not be loaded."
            onRetry={() => void found.refetch()}
          />
        ) : found.isPending ? (
          <SkeletonRows />
        ) : items.length === 0 ? (
          <Empty
            action={filtered ? <Button onClick={() => void navigate({ search: {} })}>Show all</Button> : undefined}
          >
            {filtered
              ? 'No former address fits.'
              : 'No address leads elsewhere yet. When a page moves, its former address leads to it by itself.'}
          </Empty>
        ) : (
          <RedirectsTable items={items} can={can} onEdit={setEditing} onRemove={setRemoving} />
        )}
        {found.hasNextPage && (
          <Button
            variant="subtle"
            data-accent
            mt={12}
            loading={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            Show more
          </Button>
        )}
      </div>
      {editing && (
        <RedirectDialog
          redirect={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onSaved={refresh}
        />
      )}
      {removing && (
        <Confirm
          opened
          title={`Delete the redirect from ${removing.oldPath}?`}
          action="Delete redirect"
          danger
          onConfirm={() => remove(removing)}
          onClose={() => setRemoving(null)}
        >
          <p>Visitors of that address will be told that there is no such page.</p>
        </Confirm>
      )}
      {importing && (
        <ImportDialog
          title="Import redirects"
          lead="A CSV or XLSX file with the columns “from” and “to”, and perhaps “site” and “type”, as an export has them. A redirect from the same address is changed, others are added. The file is tried first; nothing changes before you say so."
          send={(file, dryRun) => api.redirects.import(file, dryRun)}
          labelOf={(name) => (name === null ? '' : (columns[name] ?? name))}
          onClose={() => setImporting(false)}
          onImported={refresh}
        />
      )}
    </>
  );
}
