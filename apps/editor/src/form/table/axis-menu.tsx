import { Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconDots,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import css from './table.module.css';

interface AxisMenuProps {
  axis: 'row' | 'column';
  index: number;
  count: number;
  label?: string;
  onInsert?: (at: number) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}

const size = { size: 16, stroke: 1.75 };

/** What can be done with a whole row or column of a table. */
export function AxisMenu({ axis, index, count, label, onInsert, onMove, onRemove }: AxisMenuProps) {
  const rows = axis === 'row';
  return (
    <Menu position={rows ? 'right-start' : 'bottom-start'}>
      <Menu.Target>
        <button
          type="button"
          className={css.axisButton}
          aria-label={`${rows ? 'Row' : 'Column'} ${label ?? index + 1}: more`}
        >
          <IconDots size={15} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {onInsert && (
          <Menu.Item leftSection={<IconPlus {...size} aria-hidden />} onClick={() => onInsert(index)}>
            {rows ? 'Add a row above' : 'Add a column before'}
          </Menu.Item>
        )}
        {onInsert && (
          <Menu.Item leftSection={<IconPlus {...size} aria-hidden />} onClick={() => onInsert(index + 1)}>
            {rows ? 'Add a row below' : 'Add a column after'}
          </Menu.Item>
        )}
        {onInsert && <Menu.Divider />}
        <Menu.Item
          leftSection={rows ? <IconArrowUp {...size} aria-hidden /> : <IconArrowLeft {...size} aria-hidden />}
          disabled={index === 0}
          onClick={() => onMove(index - 1)}
        >
          {rows ? 'Move up' : 'Move before'}
        </Menu.Item>
        <Menu.Item
          leftSection={rows ? <IconArrowDown {...size} aria-hidden /> : <IconArrowRight {...size} aria-hidden />}
          disabled={index === count - 1}
          onClick={() => onMove(index + 1)}
        >
          {rows ? 'Move down' : 'Move after'}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconTrash {...size} aria-hidden />} data-danger onClick={onRemove}>
          {rows ? 'Delete the row' : 'Delete the column'}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
