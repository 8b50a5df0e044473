import { Button, Menu, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQueries } from '@tanstack/react-query';
import { IconCheck, IconChevronDown, IconFilter, IconPinned, IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { api, queryKeys, type PageOrder } from '../../api';
import { TypeIcon } from '../../parts/type-icon';
import { useContentTypes } from '../site-data';
import { listQuery, orders, views, type ListSearch, type View } from './list-search';
import classes from '../../parts/list-screen.module.css';

/** The views of a list as tabs, each with its count. */
export function ViewTabs({
  parent,
  search,
  onChange,
}: {
  parent: number | 'root';
  search: ListSearch;
  onChange: (view: View) => void;
}) {
  const { view: _, sort: __, ...rest } = search;
  const counts = useQueries({
    queries: views.map(({ view }) => {
      const query = { ...listQuery(parent, rest, view), limit: 1 };
      return { queryKey: queryKeys.pageList(query), queryFn: () => api.pages.list(query) };
    }),
  });
  const current = search.view ?? 'all';
  return (
    <div className={classes.views} role="group" aria-label="Views">
      {views.map(({ view, label }, index) => (
        <button key={view} type="button" aria-pressed={view === current} onClick={() => onChange(view)}>
          {label} <b className="num">{counts[index]?.data?.total ?? ''}</b>
        </button>
      ))}
    </div>
  );
}

/** Search, type filter and order of a list. */
export function ListFilters({
  search,
  order: current,
  place,
  onChange,
  onKeep,
}: {
  search: ListSearch;
  /** The order the list is in. */
  order: PageOrder;
  place: string;
  onChange: (change: Partial<ListSearch>) => void;
  /** Makes the order of the list that of the pages themselves. */
  onKeep?: (() => void) | undefined;
}) {
  const types = useContentTypes().filter((type) => type.category === 'page');
  const [text, setText] = useState(search.q ?? '');
  useEffect(() => setText(search.q ?? ''), [search.q]);
  const tell = useDebouncedCallback((value: string) => onChange({ q: value.trim() || undefined }), 220);
  const chosen = search.type ?? [];
  const names = types.filter((type) => chosen.includes(type.name)).map((type) => type.label);
  const flip = (name: string): void => {
    const next = chosen.includes(name) ? chosen.filter((item) => item !== name) : [...chosen, name];
    onChange({ type: next.length ? next : undefined });
  };
  const order = orders.find((item) => item.order === current);
  return (
    <div className={classes.bar}>
      <TextInput
        className={classes.find!}
        aria-label={`Find in ${place}`}
        placeholder={`Find in ${place}`}
        value={text}
        data-ghost
        leftSection={<IconSearch size={15} stroke={1.75} />}
        onChange={(event) => {
          setText(event.currentTarget.value);
          tell(event.currentTarget.value);
        }}
      />
      {names.length > 0 && (
        <button
          type="button"
          className={`${classes.chip} no-phone`}
          data-on
          onClick={() => onChange({ type: undefined })}
          aria-label={`Type: ${names.join(', ')}. Remove this filter`}
        >
          Type: <b className="cut">{names.join(', ')}</b>
          <IconX size={15} stroke={1.75} />
        </button>
      )}
      <Menu closeOnItemClick={false} position="bottom-start">
        <Menu.Target>
          <button type="button" className={classes.chip} data-on={names.length > 0 || undefined}>
            <IconFilter size={15} stroke={1.75} />
            Type{names.length > 0 && <b className="only-phone">{names.length}</b>}
          </button>
        </Menu.Target>
        <Menu.Dropdown mah={360} style={{ overflow: 'auto' }}>
          {types.map((type) => (
            <Menu.Item
              key={type.name}
              role="menuitemcheckbox"
              aria-checked={chosen.includes(type.name)}
              onClick={() => flip(type.name)}
              leftSection={<TypeIcon name={type.icon} size={16} />}
              rightSection={chosen.includes(type.name) ? <IconCheck size={15} /> : <span style={{ width: 15 }} />}
            >
              {type.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <span className={classes.space} />
      <Menu>
        <Menu.Target>
          <Button
            variant="subtle"
            size="xs"
            className={classes.sort!}
            rightSection={<IconChevronDown size={15} stroke={1.75} />}
          >
            <span className="no-phone">Sort:&nbsp;</span>
            <b>{order?.label}</b>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {orders.map((item) => (
            <Menu.Item
              key={item.order}
              role="menuitemradio"
              aria-checked={item === order}
              onClick={() => onChange({ sort: item.order })}
              rightSection={item === order ? <IconCheck size={15} /> : undefined}
            >
              {item.label}
            </Menu.Item>
          ))}
          {onKeep && (
            <>
              <Menu.Divider />
              <Menu.Item onClick={onKeep} leftSection={<IconPinned size={16} stroke={1.75} />}>
                Keep this order on the site
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
