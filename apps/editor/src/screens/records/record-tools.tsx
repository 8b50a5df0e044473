import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconLock, IconLockOpen, IconTrash } from '@tabler/icons-react';
import type { RecordDetail } from '../../api';

const icon = { size: 16, stroke: 1.75 };

interface RecordToolsProps {
  can: RecordDetail['can'];
  /** What the row is, as in “Delete topic”. */
  what: string;
  onLock: () => void;
  onUnlock: () => void;
  onRemove: () => void;
}

/** “…” in the header of the editor of a row; nothing where nothing is allowed. */
export function RecordTools({ can, what, onLock, onUnlock, onRemove }: RecordToolsProps) {
  if (!can.lock && !can.unlock && !can.delete) return null;
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label="More" title="More">
          <IconDots size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {can.lock && (
          <Menu.Item onClick={onLock} leftSection={<IconLock {...icon} />}>
            Lock for others
          </Menu.Item>
        )}
        {can.unlock && (
          <Menu.Item onClick={onUnlock} leftSection={<IconLockOpen {...icon} />}>
            Unlock
          </Menu.Item>
        )}
        {can.delete && (
          <>
            {(can.lock || can.unlock) && <Menu.Divider />}
            <Menu.Item data-danger onClick={onRemove} leftSection={<IconTrash {...icon} />}>
              Delete {what}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
