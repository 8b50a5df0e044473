import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconDownload, IconTrash } from '@tabler/icons-react';

interface DetailMenuProps {
  row: { url: string; fileName: string; inTrash: boolean };
  onRemove: () => void;
}
const icon = { size: 16, stroke: 1.75 };

/** What else can be done with an image or document. */
export function DetailMenu({ row, onRemove }: DetailMenuProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={26} aria-label="More" title="More">
          <IconDots size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={row.url} download={row.fileName} leftSection={<IconDownload {...icon} />}>
          Download the original
        </Menu.Item>
        {!row.inTrash && (
          <Menu.Item data-danger onClick={onRemove} leftSection={<IconTrash {...icon} />}>
            Move to trash
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
