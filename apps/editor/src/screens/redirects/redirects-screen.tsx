import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queryKeys, type RedirectRow } from '../../api';
import { Confirm } from '../../parts/confirm';
import { FindField } from '../../parts/find-field';
import list from '../../parts/list-screen.module.css';
import { ShowMore } from '../../parts/show-more';
import { describeProblem, Empty, Loaded } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { showNote } from '../../parts/undo';
import { count } from '../../parts/words';
import { SettingsBar } from '../../shell/settings-bar';
import { ExportImportMenu } from '../records/export-import-menu';
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
  const [editing, setEditing] = useState<RedirectRow | 'new' | null>(null);
  const [removing, setRemoving] = useState<RedirectRow | null>(null);
  const [importing, setImporting] = useState(false);
  useTitle('Redirects');
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
  const refresh = (): void => void queries.invalidateQueries({ queryKey: queryKeys.redirects });
  const remove = (row: RedirectRow): void => {
    if (row.id === null) return;
    api.redirects
      .remove(row.id)
      .then(refresh)
      .catch((error: unknown) => showNote(describeProblem(error)))
      .finally(() => setRemoving(null));
  };
  const first = found.data?.pages[0];
  const items = found.data?.pages.flatMap((part) => part.items) ?? [];
  const can = first?.can ?? { add: false, edit: false, delete: false };
  const filtered = Object.keys(search).length > 0;
  return (
    <>
      <SettingsBar path={[{ label: 'Redirects', link: { to: '/settings/redirects' } }]} />
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
          <ExportImportMenu
            exports={[{ label: 'Export as CSV', take: () => api.redirects.export(match) }]}
            onImport={can.add ? () => setImporting(true) : null}
          />
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
          <FindField label="Find by address" value={search.q ?? ''} onFind={(q) => change({ q: q || undefined })} />
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
        <Loaded found={found} what="The redirects could not be loaded.">
          {items.length === 0 ? (
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
        </Loaded>
        <ShowMore found={found} />
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
