import { Button, Menu, SegmentedControl } from '@mantine/core';
import { IconCheck, IconChevronDown, IconLayoutGrid, IconLayoutList } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { GalleryShape } from '../../library/gallery';
import type { MediaSearch } from './media-search';
import classes from './media.module.css';

type Sort = MediaSearch['sort'];
const orders: { value: Sort; label: string }[] = [
  { value: undefined, label: 'Newest first' },
  { value: 'created', label: 'Oldest first' },
  { value: 'title', label: 'Title, A to Z' },
  { value: '-title', label: 'Title, Z to A' },
];

interface LibraryHeadProps {
  place: string;
  sort: Sort;
  shape: GalleryShape;
  onSort: (sort: Sort) => void;
  onShape: (shape: GalleryShape) => void;
  children: ReactNode;
}

/** The name of the place, the order and the layout of what is in it, and the ways to add to it. */
export function LibraryHead({ place, sort, shape, onSort, onShape, children }: LibraryHeadProps) {
  const here = orders.find(({ value }) => value === sort) ?? orders[0];
  return (
    <div className={classes.head}>
      <h1>{place}</h1>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            className="no-phone"
            variant="subtle"
            size="xs"
            rightSection={<IconChevronDown size={15} stroke={1.75} />}
          >
            {here?.label}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {orders.map(({ value, label }) => (
            <Menu.RadioItem
              key={label}
              value={label}
              checked={value === sort}
              checkIcon={<IconCheck size={14} aria-hidden />}
              closeMenuOnClick
              onChange={() => onSort(value)}
            >
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.Dropdown>
      </Menu>
      <SegmentedControl
        className="no-phone"
        aria-label="Layout"
        value={shape}
        onChange={(value) => onShape(value as GalleryShape)}
        data={[
          {
            value: 'grid',
            label: <IconLayoutGrid size={16} stroke={1.75} aria-label="Grid" style={{ display: 'block' }} />,
          },
          {
            value: 'list',
            label: <IconLayoutList size={16} stroke={1.75} aria-label="List" style={{ display: 'block' }} />,
          },
        ]}
      />
      {children}
    </div>
  );
}
