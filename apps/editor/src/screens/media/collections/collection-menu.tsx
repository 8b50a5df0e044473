import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowsMove,
  IconDots,
  IconFolderPlus,
  IconLock,
  IconPencil,
  IconTrash,
  type Icon,
} from '@tabler/icons-react';
import type { Collection } from '../../../api';
import classes from './collections.module.css';

/** What can be done with a collection. */
export type CollectionVerb = 'add' | 'rename' | 'move' | 'privacy' | 'delete';

const verbs: readonly { verb: CollectionVerb; label: string; Shape: Icon; danger?: true }[] = [
  { verb: 'add', label: 'New collection inside', Shape: IconFolderPlus },
  { verb: 'rename', label: 'Rename', Shape: IconPencil },
  { verb: 'move', label: 'Move', Shape: IconArrowsMove },
  { verb: 'privacy', label: 'Who may see it', Shape: IconLock },
  { verb: 'delete', label: 'Delete', Shape: IconTrash, danger: true },
];

/** The menu of one collection in the tree. */
export function CollectionMenu({ of, onVerb }: { of: Collection; onVerb: (verb: CollectionVerb) => void }) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <ActionIcon size={26} className={classes.tools} aria-label={`Actions for ${of.name}`}>
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {verbs.map(({ verb, label, Shape, danger }) => (
          <Menu.Item
            key={verb}
            data-danger={danger}
            leftSection={<Shape size={16} stroke={1.75} />}
            onClick={() => onVerb(verb)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
