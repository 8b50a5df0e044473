import { ActionIcon, Menu } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconColumns3 } from '@tabler/icons-react';
import type { ListColumn } from '../../api';
import { useUser } from '../../session/session';

/** Which columns of a type a person looks at; remembered in this browser. */
export function useColumns(type: string, columns: ListColumn[]) {
  const user = useUser();
  const [hidden, setHidden] = useLocalStorage<string[]>({
    key: `pipit-columns:${user.id}:${type}`,
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  const flip = (name: string): void =>
    setHidden((now) => (now.includes(name) ? now.filter((item) => item !== name) : [...now, name]));
  return { shown: columns.filter(({ name }) => !hidden.includes(name)), flip };
}

/** Shows and hides columns. */
export function ColumnMenu({
  columns,
  shown,
  onFlip,
}: {
  columns: ListColumn[];
  shown: ListColumn[];
  onFlip: (name: string) => void;
}) {
  return (
    <Menu closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <ActionIcon className="no-phone" aria-label="Columns" title="Columns">
          <IconColumns3 size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflow: 'auto' }}>
        {columns.map((column) => (
          <Menu.CheckboxItem
            key={column.name}
            checked={shown.includes(column)}
            onChange={() => onFlip(column.name)}
            closeMenuOnClick={false}
          >
            {column.label}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
