import { ActionIcon, Button, Menu, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { IconChevronRight, IconDots, IconPencil, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queryKeys, type SnippetRow } from '../../api';
import { when } from '../../parts/dates';
import { Empty, ProblemNote, SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { TypeIcon } from '../../parts/type-icon';
import { TopBar } from '../../shell/top-bar';
import { RemoveItem } from '../media/remove-item';
import { NotHere } from '../not-here';
import addClasses from '../pages/add-screen.module.css';
import { useContentTypes } from '../site-data';
import { useSnippetTypes } from './snippet-types';
import classes from './snippets.module.css';

/** Every kind of snippet. */
export function SnippetTypesScreen() {
  const types = useSnippetTypes();
  const loaded = useContentTypes().length > 0;
  useTitle('Snippets');
  return (
    <>
      <TopBar
        crumbs={[{ label: 'Snippets', link: { to: '/snippets' } }]}
        phoneTitle="Snippets"
        back={{ label: 'Home', link: { to: '/' } }}
      />
      <div className={addClasses.scroller}>
        <div className={addClasses.narrow}>
          <h1>Snippets</h1>
          <p className={addClasses.lead}>
            Pieces that many pages share. Change one, and every page that uses it follows.
          </p>
          {!loaded ? (
            <SkeletonRows rows={3} height="72px" />
          ) : types.length === 0 ? (
            <Empty>No snippets are declared for this site.</Empty>
          ) : (
            <ul className={addClasses.list}>
              {types.map((type) => (
                <li key={type.name}>
                  <Link to="/snippets/$type" params={{ type: type.name }}>
                    <span className={addClasses.icon}>
                      <TypeIcon name={type.icon} size={22} fallback="puzzle" />
                    </span>
                    <span className={addClasses.words}>
                      <b>{type.labelPlural}</b>
                      <small>{type.description}</small>
                    </span>
                    <IconChevronRight size={18} stroke={1.75} aria-hidden />
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </>
  );
}

const route = getRouteApi('/snippets/$type');
const chunk = 50;

/** All snippets of one kind. */
export function SnippetListRoute() {
  const { type: name } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const types = useContentTypes();
  const type = types.find((item) => item.name === name);
  const [text, setText] = useState(search.q ?? '');
  const [removing, setRemoving] = useState<SnippetRow | null>(null);
  const tell = useDebouncedCallback(
    (value: string) =>
      void navigate({
        to: '/snippets/$type',
        params: { type: name },
        search: value.trim() ? { q: value.trim() } : {},
        replace: true,
      }),
    220,
  );
  const query = { limit: chunk, ...(search.q ? { q: search.q } : {}) };
  const list = useInfiniteQuery({
    queryKey: [...queryKeys.snippetList(name, query), 'infinite'],
    queryFn: ({ pageParam, signal }) => api.snippets.list(name, { ...query, offset: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const have = all.reduce((sum, part) => sum + part.items.length, 0);
      return last.items.length > 0 && have < last.total ? have : undefined;
    },
    placeholderData: keepPreviousData,
  });
  useTitle(type?.labelPlural ?? 'Snippets');
  if (types.length > 0 && !type) return <NotHere what="kind of snippet" />;
  const rows = list.data?.pages.flatMap((part) => part.items) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  const add = type?.can.create && (
    <Button
      variant="filled"
      component={Link}
      {...({ to: '/snippets/$type/$id', params: { type: name, id: 'new' } } as object)}
      leftSection={<IconPlus size={18} stroke={1.75} />}
    >
      Add {type.label.toLowerCase()}
    </Button>
  );
  return (
    <>
      <TopBar
        crumbs={[
          { label: 'Snippets', link: { to: '/snippets' } },
          { label: type?.labelPlural ?? '', link: { to: '/snippets/$type', params: { type: name } } },
        ]}
        back={{ label: 'Snippets', link: { to: '/snippets' } }}
      />
      <div className={classes.scroller}>
        <div className={classes.head}>
          <h1>{type?.labelPlural ?? '\u00a0'}</h1>
          {add}
        </div>
        <TextInput
          className={classes.find!}
          aria-label={`Find in ${type?.labelPlural ?? 'snippets'}`}
          placeholder={`Find in ${type?.labelPlural.toLowerCase() ?? 'snippets'}`}
          data-ghost
          value={text}
          leftSection={<IconSearch size={15} stroke={1.75} />}
          onChange={(event) => {
            setText(event.currentTarget.value);
            tell(event.currentTarget.value);
          }}
        />
        {list.isError ? (
          <ProblemNote error={list.error} what="The list could not be loaded." onRetry={() => void list.refetch()} />
        ) : list.isPending ? (
          <SkeletonRows />
        ) : total === 0 ? (
          <Empty action={search.q ? undefined : add || undefined}>
            {search.q ? `Nothing here fits “${search.q}”.` : `No ${type?.labelPlural.toLowerCase() ?? 'snippets'} yet.`}
          </Empty>
        ) : (
          <ul aria-label={type?.labelPlural}>
            {rows.map((row) => (
              <li key={row.id} className={classes.row}>
                <Link to="/snippets/$type/$id" params={{ type: name, id: String(row.id) }} className="cut">
                  {row.title || 'Untitled'}
                </Link>
                <span>{row.updatedAt ? when(row.updatedAt) : ''}</span>
                <Menu>
                  <Menu.Target>
                    <ActionIcon aria-label={`Actions for ${row.title}`}>
                      <IconDots size={18} stroke={1.75} />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item
                      component={Link}
                      {...({ to: '/snippets/$type/$id', params: { type: name, id: String(row.id) } } as object)}
                      leftSection={<IconPencil size={16} stroke={1.75} />}
                    >
                      {row.can.edit ? 'Edit' : 'Look at it'}
                    </Menu.Item>
                    {row.can.delete && (
                      <Menu.Item
                        data-danger
                        onClick={() => setRemoving(row)}
                        leftSection={<IconTrash size={16} stroke={1.75} />}
                      >
                        Delete
                      </Menu.Item>
                    )}
                  </Menu.Dropdown>
                </Menu>
              </li>
            ))}
          </ul>
        )}
        {list.hasNextPage && (
          <p className={classes.more}>
            <Button
              variant="subtle"
              data-accent
              onClick={() => void list.fetchNextPage()}
              loading={list.isFetchingNextPage}
            >
              Show {Math.min(chunk, total - rows.length)} more
            </Button>
          </p>
        )}
      </div>
      {removing && (
        <RemoveItem
          what={type?.label.toLowerCase() ?? 'snippet'}
          title={removing.title}
          remove={() => api.snippets.remove(name, removing.id)}
          onClose={() => setRemoving(null)}
          onRemoved={() => void queries.invalidateQueries({ queryKey: queryKeys.snippets(name) })}
        />
      )}
    </>
  );
}
