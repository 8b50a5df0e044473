import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api, queryKeys } from '../../api';
import { FindField } from '../../parts/find-field';
import list from '../../parts/list-screen.module.css';
import { ShowMore } from '../../parts/show-more';
import { Empty, Loaded } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { count } from '../../parts/words';
import { SettingsBar } from '../../shell/settings-bar';
import { ExportImportMenu } from '../records/export-import-menu';
import { ImportDialog } from '../records/import-dialog';
import { NewUserDialog } from './new-user-dialog';
import { UserBulkBar } from './user-bulk-bar';
import { userMatch, type UserSearch } from './user-search';
import { UsersTable } from './users-table';
import classes from './users.module.css';

const route = getRouteApi('/settings/users');
const chunk = 50;
const columns: Readonly<Record<string, string>> = {
  email: 'Address',
  name: 'Name',
  groups: 'Groups',
  administrator: 'Administrator',
  state: 'State',
  language: 'Language',
};

/** Everybody who may sign in. */
export function UsersRoute() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [importing, setImporting] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const groups = useQuery({ queryKey: queryKeys.groups, queryFn: api.groups.list });
  useTitle('Users');
  useEffect(() => setChosen(new Set()), [search]);
  const match = userMatch(search);
  const found = useInfiniteQuery({
    queryKey: queryKeys.userList(match),
    queryFn: ({ pageParam, signal }) => api.users.list({ ...match, limit: chunk, offset: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: (last, all) => (all.length * chunk < last.total ? all.length * chunk : undefined),
    placeholderData: keepPreviousData,
  });
  const change = (next: Partial<UserSearch>): void => void navigate({ search: { ...search, ...next }, replace: true });
  const refresh = (): void => {
    setChosen(new Set());
    void queries.invalidateQueries({ queryKey: queryKeys.users });
    void queries.invalidateQueries({ queryKey: queryKeys.groups });
  };
  const first = found.data?.pages[0];
  const items = found.data?.pages.flatMap((part) => part.items) ?? [];
  const views: { state: UserSearch['state']; label: string; number?: number | undefined }[] = [
    { state: undefined, label: 'Everybody' },
    { state: 'active', label: 'Active', number: first?.counts.active },
    { state: 'invited', label: 'Invited', number: first?.counts.invited },
    { state: 'suspended', label: 'Suspended', number: first?.counts.suspended },
  ];
  const toggle = (ids: readonly number[], on: boolean): void =>
    setChosen((now) => new Set(on ? [...now, ...ids] : [...now].filter((id) => !ids.includes(id))));
  return (
    <>
      <SettingsBar path={[{ label: 'Users', link: { to: '/settings/users' } }]} />
      <div className={list.scroller}>
        <div className={list.head}>
          <div className={list.headText}>
            <h1>Users</h1>
            <p className={list.facts} role="status">
              {first
                ? `${count(first.total, 'person', 'people')}${Object.keys(match).length > 0 ? ' found' : first.total === 1 ? ' may sign in here or is invited' : ' may sign in here or are invited'}`
                : '\u00a0'}
            </p>
          </div>
          {!found.isError && (
            <>
              <ExportImportMenu
                exports={[{ label: 'Export as CSV', take: () => api.users.export(match) }]}
                onImport={() => setImporting(true)}
              />
              <Button
                variant="filled"
                onClick={() => setAdding(true)}
                leftSection={<IconPlus size={18} stroke={1.75} />}
              >
                Add <span className="no-phone">&nbsp;user</span>
              </Button>
            </>
          )}
        </div>
        <div className={list.views} role="group" aria-label="Which users">
          {views.map(({ state, label, number }) => (
            <button key={label} type="button" aria-pressed={search.state === state} onClick={() => change({ state })}>
              {label}
              {number !== undefined && <b className="num">{number}</b>}
            </button>
          ))}
        </div>
        <div className={list.bar}>
          <FindField
            label="Find by name or address"
            value={search.q ?? ''}
            onFind={(q) => change({ q: q || undefined })}
          />
          <Select
            aria-label="Group"
            className={classes.group!}
            placeholder="Any group"
            value={search.role ?? (search.group ? String(search.group) : null)}
            onChange={(value) =>
              change({
                role: value === 'administrators' ? value : undefined,
                group: value && value !== 'administrators' ? Number(value) : undefined,
              })
            }
            clearable
            clearButtonProps={{ 'aria-label': 'Any group' }}
            data={[
              { value: 'administrators', label: 'Administrators' },
              ...(groups.data?.items ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
          />
        </div>
        <Loaded found={found} what="The users could not be loaded.">
          {items.length === 0 ? (
            <Empty action={<Button onClick={() => void navigate({ search: {} })}>Show everybody</Button>}>
              Nobody fits.
            </Empty>
          ) : (
            <UsersTable
              items={items}
              chosen={chosen}
              onToggle={toggle}
              order={search.order ?? 'name'}
              onOrder={(order) => change({ order: order === 'name' ? undefined : order })}
            />
          )}
        </Loaded>
        <ShowMore found={found} />
      </div>
      {chosen.size > 0 && (
        <UserBulkBar
          users={items.filter(({ id }) => chosen.has(id))}
          groups={groups.data?.items ?? []}
          onClear={() => setChosen(new Set())}
        />
      )}
      {adding && (
        <NewUserDialog
          groups={groups.data?.items ?? []}
          mayMakeAdministrators={first?.can.role ?? false}
          onClose={() => setAdding(false)}
          onSaved={refresh}
        />
      )}
      {importing && (
        <ImportDialog
          title="Import users"
          lead="A CSV or XLSX file with a column “email”, and perhaps “name”, “groups” (several with semicolons between them), “administrator”, “state” and “language”, as an export has them. Whoever has the address already is changed, others are added and can be invited afterwards. The file is tried first; nothing changes before you say so."
          send={(file, dryRun) => api.users.import(file, dryRun)}
          labelOf={(name) => (name === null ? '' : (columns[name] ?? name))}
          onClose={() => setImporting(false)}
          onImported={refresh}
        />
      )}
    </>
  );
}
