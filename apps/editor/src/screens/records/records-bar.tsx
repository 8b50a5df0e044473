import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import type { ContentType, ListDescriptor, RecordMatch } from '../../api';
import { FindField } from '../../parts/find-field';
import list from '../../parts/list-screen.module.css';
import { RecordFilters } from './record-filters';

interface RecordsBarProps {
  type: ContentType;
  descriptor: ListDescriptor;
  match: RecordMatch;
  /** `replace`: no step of its own on the way back. */
  onChange: (change: Partial<RecordMatch>, replace?: boolean) => void;
}

/** Search box and filters; on phones, where no column has a head, the order too. */
export function RecordsBar({ type, descriptor, match, onChange }: RecordsBarProps) {
  const label = `Find in ${type.labelPlural.toLowerCase()}`;
  const orders = [{ name: type.titleField, label: 'Title' }, ...descriptor.columns.filter(({ sortable }) => sortable)]
    .filter((item, index, all) => all.findIndex(({ name }) => name === item.name) === index)
    .flatMap(({ name, label: word }) => [
      { order: name, label: `${word}, upwards` },
      { order: `-${name}`, label: `${word}, downwards` },
    ]);
  if (!descriptor.searchable && descriptor.filters.length === 0) return null;
  return (
    <div className={list.bar} style={{ flexWrap: 'wrap' }}>
      {descriptor.searchable && <FindField label={label} value={match.q ?? ''} onFind={(q) => onChange({ q }, true)} />}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button className="only-phone" variant="subtle" rightSection={<IconChevronDown size={15} stroke={1.75} />}>
            Sort
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.RadioGroup value={match.order ?? null} onChange={(order) => onChange({ order: order ?? '' })}>
            {orders.map((item) => (
              <Menu.RadioItem key={item.order} value={item.order}>
                {item.label}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </Menu.Dropdown>
      </Menu>
      <RecordFilters filters={descriptor.filters} value={match.filters} onChange={(filters) => onChange({ filters })} />
      {match.filters !== undefined && (
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconX size={15} stroke={1.75} />}
          onClick={() => onChange({ filters: {} })}
        >
          Clear filters
        </Button>
      )}
    </div>
  );
}
