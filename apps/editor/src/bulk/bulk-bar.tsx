import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconX, type Icon } from '@tabler/icons-react';
import list from '../parts/list-screen.module.css';
import { useFoot } from '../parts/use-foot';

/** Something that can be done to all that is chosen. */
export interface BulkBarAction {
  name: string;
  label: string;
  Shape?: Icon | undefined;
  danger?: boolean | undefined;
  /** Stays beside the menu on a phone. */
  first?: boolean;
  act: () => void;
}

interface BulkBarProps {
  /** “Selected pages” */
  label: string;
  /** “3 pages selected” */
  told: string;
  actions: BulkBarAction[];
  /** Of all that match, where more do than are chosen. */
  onAll?: { total: number; act: () => void } | undefined;
  onClear: () => void;
}

const iconOf = ({ Shape }: BulkBarAction) => Shape && <Shape size={15} stroke={1.75} aria-hidden />;

/** Floats at the foot of a list while something is chosen. On a phone what can be done is in a menu. */
export function BulkBar({ label, told, actions, onAll, onClear }: BulkBarProps) {
  useFoot();
  const button = (action: BulkBarAction) => (
    <Button
      key={action.name}
      variant="subtle"
      size="xs"
      data-danger={action.danger || undefined}
      onClick={action.act}
      leftSection={iconOf(action)}
    >
      {action.label}
    </Button>
  );
  const rest = actions.filter(({ first }) => !first);
  return (
    <div className={list.bulk} role="region" aria-label={label}>
      <b className="num" role="status">
        {told}
      </b>
      {onAll && (
        <Button variant="subtle" size="xs" data-accent onClick={onAll.act}>
          Select all {onAll.total.toLocaleString('en-GB')}
        </Button>
      )}
      <span className={`no-phone ${list.bulkLine}`} />
      {actions.filter(({ first }) => first).map(button)}
      <span className="no-phone">{rest.map(button)}</span>
      {rest.length > 0 && (
        <Menu position="top-end">
          <Menu.Target>
            <ActionIcon className="only-phone" aria-label="Actions for the selection">
              <IconDots size={18} stroke={1.75} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((action) => (
              <Menu.Item
                key={action.name}
                data-danger={action.danger || undefined}
                onClick={action.act}
                leftSection={iconOf(action)}
              >
                {action.label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <ActionIcon size={26} aria-label="Clear selection" title="Clear selection" onClick={onClear}>
        <IconX size={16} stroke={1.75} />
      </ActionIcon>
    </div>
  );
}
