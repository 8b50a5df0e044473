import { Button, Menu, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconCheck, IconChevronDown, IconFile, IconPhoto, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { MediaSearch } from '../../router';
import { shownCollections, useCollections } from './collection-data';
import classes from './media.module.css';

interface LibraryBarProps {
  area: 'media' | 'documents';
  search: MediaSearch;
  total: number | null;
  onChange: (change: Partial<MediaSearch>) => void;
}

/** Images or documents, search, order, and on narrow screens the collection. */
export function LibraryBar({ area, search, total, onChange }: LibraryBarProps) {
  const [text, setText] = useState(search.q ?? '');
  useEffect(() => setText(search.q ?? ''), [search.q]);
  const tell = useDebouncedCallback((value: string) => onChange({ q: value.trim() || undefined }), 220);
  const collections = shownCollections(useCollections().data?.items ?? []).map((item) => item.collection);
  const keep = search.collection ? { collection: search.collection } : {};
  const chip = (to: '/media' | '/documents', here: boolean, label: string, Shape: typeof IconPhoto) => (
    <Link
      to={to}
      search={keep}
      className={classes.chip}
      data-on={here || undefined}
      aria-current={here ? 'page' : undefined}
    >
      <Shape size={15} stroke={1.75} aria-hidden />
      {label}
      {here && total !== null && <b className="num">{total.toLocaleString('en-GB')}</b>}
    </Link>
  );
  const order = search.sort === 'title' ? 'Title, A to Z' : 'Newest first';
  return (
    <div className={classes.bar}>
      {chip('/media', area === 'media', 'Images', IconPhoto)}
      {chip('/documents', area === 'documents', 'Documents', IconFile)}
      <TextInput
        className={classes.find!}
        aria-label="Search the library"
        placeholder={area === 'media' ? 'Title or tag' : 'Title or tag'}
        data-ghost
        value={text}
        leftSection={<IconSearch size={15} stroke={1.75} />}
        onChange={(event) => {
          setText(event.currentTarget.value);
          tell(event.currentTarget.value);
        }}
      />
      {collections.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <button
              type="button"
              className={`${classes.chip} only-phone`}
              data-on={search.collection ? true : undefined}
            >
              {collections.find((item) => item.id === search.collection)?.name ?? 'Collection'}
              <IconChevronDown size={15} stroke={1.75} />
            </button>
          </Menu.Target>
          <Menu.Dropdown mah={340} style={{ overflow: 'auto' }}>
            <Menu.Item onClick={() => onChange({ collection: undefined })}>All</Menu.Item>
            {collections.map((item) => (
              <Menu.Item key={item.id} onClick={() => onChange({ collection: item.id })}>
                {item.name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <span className={classes.space} />
      <Menu>
        <Menu.Target>
          <Button variant="subtle" size="xs" rightSection={<IconChevronDown size={15} stroke={1.75} />}>
            {order}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(['Newest first', 'Title, A to Z'] as const).map((label) => (
            <Menu.Item
              key={label}
              role="menuitemradio"
              aria-checked={label === order}
              onClick={() => onChange({ sort: label === 'Newest first' ? undefined : 'title' })}
              rightSection={label === order ? <IconCheck size={15} /> : undefined}
            >
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
