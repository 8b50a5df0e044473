import { Menu, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconChevronDown, IconFile, IconPhoto, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { shownCollections, useCollections } from '../../library/collection-data';
import type { Area } from './areas';
import type { MediaChange, MediaSearch } from './media-search';
import facets from '../../library/facets.module.css';
import classes from './media.module.css';

interface LibraryBarProps {
  area: Pick<Area<never>, 'path'>;
  search: MediaSearch;
  /** How many are found; `null` while that is being asked. */
  total: number | null;
  onChange: (change: MediaChange) => void;
}

/** Images or documents, search, and on narrow screens the collection. */
export function LibraryBar({ area, search, total, onChange }: LibraryBarProps) {
  const [text, setText] = useState(search.q ?? '');
  useEffect(() => setText(search.q ?? ''), [search.q]);
  const tell = useDebouncedCallback((value: string) => onChange({ q: value.trim() || undefined }), 220);
  const collections = shownCollections(useCollections().data?.items ?? []).map((item) => item.collection);
  const keep = search.collection ? { collection: search.collection } : {};
  const half = (to: Area<never>['path'], label: string, Shape: typeof IconPhoto) => {
    const here = area.path === to;
    return (
      <Link
        to={to}
        search={keep}
        className={facets.chip}
        data-on={here || undefined}
        aria-current={here ? 'page' : undefined}
      >
        <Shape size={15} stroke={1.75} aria-hidden />
        {label}
        {here && total !== null && <b>{total.toLocaleString('en-GB')}</b>}
      </Link>
    );
  };
  return (
    <div className={classes.bar}>
      {half('/media', 'Images', IconPhoto)}
      {half('/documents', 'Documents', IconFile)}
      <TextInput
        className={classes.find!}
        aria-label="Search the library"
        placeholder="Title, words or tag"
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
              className={`${facets.chip} only-phone`}
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
    </div>
  );
}
