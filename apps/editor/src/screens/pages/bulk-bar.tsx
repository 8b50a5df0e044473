import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowsMove, IconDots, IconSend, IconTrash, IconWorldOff, IconX } from '@tabler/icons-react';
import type { PageRow } from '../../api';
import { count } from '../../parts/words';
import classes from '../../parts/list-screen.module.css';
import { useFoot } from '../../parts/use-foot';

interface BulkBarProps {
  pages: PageRow[];
  /** How many the list holds in all, and whether all of them are meant. */
  total: number;
  all: boolean;
  onAll: () => void;
  onPublish: () => void;
  onTakeOffline: () => void;
  onMove: () => void;
  onRemove: () => void;
  onClear: () => void;
}
const icon = { size: 15, stroke: 1.75 };

/** What can be done to all selected pages at once. */
export function BulkBar({
  pages,
  total,
  all,
  onAll,
  onPublish,
  onTakeOffline,
  onMove,
  onRemove,
  onClear,
}: BulkBarProps) {
  useFoot();
  const publish = pages.some((page) => page.can.publish && page.hasUnpublishedChanges);
  const takeOffline = pages.some((page) => page.can.unpublish && page.live);
  const move = pages.every((page) => page.can.move);
  const remove = pages.every((page) => page.can.delete);
  return (
    <div className={classes.bulk} role="region" aria-label="Selected pages">
      <b className="num" role="status">
        {count(all ? total : pages.length, 'page')} selected
      </b>
      {!all && total > pages.length && pages.length >= 20 && (
        <Button variant="subtle" size="xs" data-accent onClick={onAll}>
          Select all {total.toLocaleString('en-GB')}
        </Button>
      )}
      <span className={classes.bulkLine} />
      {publish && (
        <Button variant="subtle" size="xs" onClick={onPublish} leftSection={<IconSend {...icon} />}>
          Publish
        </Button>
      )}
      <span className="no-phone">
        {takeOffline && (
          <Button variant="subtle" size="xs" onClick={onTakeOffline} leftSection={<IconWorldOff {...icon} />}>
            Take offline
          </Button>
        )}
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
      {(takeOffline || move || remove) && (
        <Menu>
          <Menu.Target>
            <ActionIcon className="only-phone" aria-label="More actions">
              <IconDots size={18} stroke={1.75} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {takeOffline && (
              <Menu.Item onClick={onTakeOffline} leftSection={<IconWorldOff {...icon} />}>
                Take offline
              </Menu.Item>
            )}
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
