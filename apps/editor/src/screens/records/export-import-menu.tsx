import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconDownload, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { describeProblem } from '../../parts/states';
import { showNote } from '../../parts/undo';

interface ExportImportMenuProps {
  /** Above the ways to export, where there are several. */
  heading?: string;
  /** Each downloads what is listed. */
  exports: readonly { label: string; take: () => Promise<unknown> }[];
  /** Null where nothing may be added. */
  onImport: (() => void) | null;
}

/** Takes a list away as a file, and fills it from one. */
export function ExportImportMenu({ heading, exports, onImport }: ExportImportMenuProps) {
  const [taking, setTaking] = useState(false);
  if (exports.length === 0 && !onImport) return null;
  const download = (take: () => Promise<unknown>): void => {
    setTaking(true);
    take()
      .catch((error: unknown) => showNote(`Nothing was exported. ${describeProblem(error)}`))
      .finally(() => setTaking(false));
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label="Export and import" title="Export and import" loading={taking}>
          <IconDots size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {heading && exports.length > 0 && <Menu.Label>{heading}</Menu.Label>}
        {exports.map(({ label, take }) => (
          <Menu.Item key={label} onClick={() => download(take)} leftSection={<IconDownload size={16} stroke={1.75} />}>
            {label}
          </Menu.Item>
        ))}
        {heading && exports.length > 0 && onImport && <Menu.Divider />}
        {onImport && (
          <Menu.Item onClick={onImport} leftSection={<IconUpload size={16} stroke={1.75} />}>
            Import a file
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
