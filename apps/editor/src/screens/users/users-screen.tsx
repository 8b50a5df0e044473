import { ActionIcon, Button, Menu, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconDots, IconDownload, IconPlus, IconSearch, IconUpload } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api, queryKeys } from '../../api';
import list from '../../parts/list-screen.module.css';
import { describeProblem, Empty, ProblemNote, SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { showNote } from '../../parts/undo';
import { count } from '../../parts/words';
import { TopBar } from '../../shell/top-bar';
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
  const [text, setText] = useState(search.q ?? '');
  const [adding, setAdding] = useState(false);
  const [importing, setImporting] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const groups = useQuery({ queryKey: queryKeys.groups, queryFn: api.groups.list });
  useTitle('Users');
  useEffect(() => setText(search.q ?? ''), [search.q]);
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
  const tell = useDebouncedCallback((value: string) => change({ q: value.trim() || undefined }), 220);
  const refresh = (): void => {
    setChosen(new Set());
    void queries.invalidateQueries({ queryKey: queryKeys.users });
    void queries.invalidateQueries({ queryKey: queryKeys.groups });
  };
  const take = (): void =>
    void api.users.export(match).catch((error: unknown) => showNote(`Nothing was exported. ${describeProblem(error)}`));
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
      <TopBar
        crumbs={[
          { label: 'Settings', link: { to: '/settings' } },
          { label: 'Users', link: { to: '/settings/users' } },
        ]}
        phoneTitle="Users"
        sideButton="Show the settings"
        back={{ label: 'Settings', link: { to: '/settings' } }}
      />
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
              <Menu.Item onClick={() => setImporting(true)} leftSection={<IconUpload size={16} stroke={1.75} />}>
                Import a file
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Button variant="filled" onClick={() => setAdding(true)} leftSection={<IconPlus size={18} stroke={1.75} />}>
            Add <span className="no-phone">&nbsp;user</span>
          </Button>
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
          <TextInput
            className={list.find!}
            type="search"
            aria-label="Find by name or address"
            placeholder="Find by name or address"
            value={text}
            data-ghost
            leftSection={<IconSearch size={15} stroke={1.75} />}
            onChange={(event) => {
              setText(event.currentTarget.value);
              tell(event.currentTarget.value);
            }}
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
        {found.isError ? (
          <ProblemNote error={found.error} what="The users could not be loaded." onRetry={() => void found.refetch()} />
        ) : found.isPending ? (
          <SkeletonRows />
        ) : items.length === 0 ? (
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
