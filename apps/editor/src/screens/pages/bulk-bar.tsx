import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowsMove, IconDots, IconSend, IconTrash, IconX } from '@tabler/icons-react';
import type { PageRow } from '../../api';
import { count } from '../../parts/words';
import classes from '../../parts/list-screen.module.css';
import { useFoot } from '../../parts/use-foot';

interface BulkBarProps {
  pages: PageRow[];
  onPublish: () => void;
  onMove: () => void;
  onRemove: () => void;
  onClear: () => void;
}
const icon = { size: 15, stroke: 1.75 };

/** What can be done to all selected pages at once. */
export function BulkBar({ pages, onPublish, onMove, onRemove, onClear }: BulkBarProps) {
  useFoot();
  const publish = pages.some((page) => page.can.publish && page.hasUnpublishedChanges);
  const move = pages.every((page) => page.can.move);
  const remove = pages.every((page) => page.can.delete);
  return (
    <div className={classes.bulk} role="region" aria-label="Selected pages">
      <b className="num" role="status">
        {count(pages.length, 'page')} selected
      </b>
      <span className={classes.bulkLine} />
      {publish && (
        <Button variant="subtle" size="xs" onClick={onPublish} leftSection={<IconSend {...icon} />}>
          Publish
        </Button>
      )}
      <span className="no-phone">
        {move && (
          <Button variant="subtle" size="xs" onClick={onMove} leftSection={<IconArrowsMove {...icon} />}>
            Move to…
          </Button>
        )}
        {remove && (
          <Button variant="subtle" size="xs" onClick={onRemove} leftSection={<IconTrash {...icon} />}>
            Move to trash
          </Button>
        )}
      </span>
      {(move || remove) && (
        <Menu>
          <Menu.Target>
            <ActionIcon className="only-phone" aria-label="More actions">
              <IconDots size={18} stroke={1.75} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {move && (
              <Menu.Item onClick={onMove} leftSection={<IconArrowsMove {...icon} />}>
                Move to another place
              </Menu.Item>
            )}
            {remove && (
              <Menu.Item onClick={onRemove} data-danger leftSection={<IconTrash {...icon} />}>
                Move to trash
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      <ActionIcon size={26} aria-label="Clear selection" title="Clear selection" onClick={onClear}>
        <IconX size={16} stroke={1.75} />
      </ActionIcon>
    </div>
  );
}
