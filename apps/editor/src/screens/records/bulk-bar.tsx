import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconSend, IconTrash, IconWorldOff, IconX, type Icon } from '@tabler/icons-react';
import type { BulkAction } from '../../api';
import list from '../../parts/list-screen.module.css';
import { useFoot } from '../../parts/use-foot';

interface BulkBarProps {
  actions: BulkAction[];
  chosen: number;
  total: number;
  /** All that match are chosen, loaded or not. */
  all: boolean;
  onAll: () => void;
  onAction: (action: BulkAction) => void;
  onClear: () => void;
}
const shapes: Partial<Record<string, Icon>> = {
  publish: IconSend,
  unpublish: IconWorldOff,
  edit: IconPencil,
  delete: IconTrash,
};
const iconOf = ({ name }: BulkAction) => {
  const Shape = shapes[name];
  return Shape ? <Shape size={15} stroke={1.75} aria-hidden /> : undefined;
};

/** What can be done to all chosen rows at once. */
export function BulkBar({ actions, chosen, total, all, onAll, onAction, onClear }: BulkBarProps) {
  useFoot();
  const more = !all && chosen < total;
  const number = (value: number): string => value.toLocaleString('en-GB');
  return (
    <div className={list.bulk} role="region" aria-label="Selected entries">
      <b className="num" role="status">
        {all ? `All ${number(total)}` : number(chosen)} selected
      </b>
      {more && (
        <Button variant="subtle" size="xs" data-accent onClick={onAll}>
          Select all {number(total)}
        </Button>
      )}
      <span className={`no-phone ${list.bulkLine}`} />
      <span className="no-phone">
        {actions.map((action) => (
          <Button
            key={action.name}
            variant="subtle"
            size="xs"
            data-danger={action.danger || undefined}
            onClick={() => onAction(action)}
            leftSection={iconOf(action)}
          >
            {action.label}
          </Button>
        ))}
      </span>
      <Menu position="top-end">
        <Menu.Target>
          <ActionIcon className="only-phone" aria-label="Actions for the selection">
            <IconDots size={18} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {actions.map((action) => (
            <Menu.Item
              key={action.name}
              data-danger={action.danger || undefined}
              onClick={() => onAction(action)}
              leftSection={iconOf(action)}
            >
              {action.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ActionIcon size={26} aria-label="Clear selection" title="Clear selection" onClick={onClear}>
        <IconX size={16} stroke={1.75} />
      </ActionIcon>
    </div>
  );
}
