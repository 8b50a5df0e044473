import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconEye, IconPencil, IconSend, IconTrash, IconWorldOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { api, type ContentType, type RecordRow } from '../../api';
import { describeProblem } from '../../parts/states';
import { showNote } from '../../parts/undo';
import { linkTo } from './use-record-editing';

const icon = { size: 16, stroke: 1.75 };

/** “…” of one row. */
export function RecordMenu({
  type,
  row,
  onRemove,
  onChanged,
}: {
  type: ContentType;
  row: RecordRow;
  onRemove: () => void;
  onChanged: () => void;
}) {
  const run = (work: Promise<unknown>, done: string): void =>
    void work.then(
      () => {
        showNote(done);
        onChanged();
      },
      (error: unknown) => showNote(describeProblem(error)),
    );
  const title = row.title || 'Untitled';
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={`Actions for ${title}`}>
          <IconDots size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          {...(linkTo(type.name, row.id) as object)}
          leftSection={row.can.edit ? <IconPencil {...icon} /> : <IconEye {...icon} />}
        >
          {row.can.edit ? 'Edit' : 'Look at it'}
        </Menu.Item>
        {row.can.publish && row.state !== 'live' && (
          <Menu.Item
            onClick={() => run(api.records.publish(type.name, row.id, null), `“${title}” is live.`)}
            leftSection={<IconSend {...icon} />}
          >
            Publish
          </Menu.Item>
        )}
        {row.can.publish && row.state !== 'draft' && (
          <Menu.Item
            onClick={() => run(api.records.unpublish(type.name, row.id), `“${title}” is offline. Its draft stays.`)}
            leftSection={<IconWorldOff {...icon} />}
          >
            Take offline
          </Menu.Item>
        )}
        {row.can.delete && (
          <Menu.Item data-danger onClick={onRemove} leftSection={<IconTrash {...icon} />}>
            Delete
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
