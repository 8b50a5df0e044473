import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowsMove,
  IconCopy,
  IconEyeOff,
  IconLock,
  IconLockOpen,
  IconDots,
  IconExternalLink,
  IconLanguage,
  IconLayoutList,
  IconPlus,
  IconRoute,
  IconTrash,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PageDetail } from '../../api';
import { useLocales } from '../site-data';
import { TranslateDialog } from '../translations/translate-dialog';

const icon = { size: 16, stroke: 1.75 };

interface EditorMenuProps {
  page: PageDetail;
  onMove: () => void;
  onCopy: () => void;
  onRemove: () => void;
  onLock: () => void;
  onUnlock: () => void;
  onPrivacy: () => void;
  onAddresses: () => void;
}

/** “…” in the header of the page editor. */
export function EditorMenu({
  page,
  onMove,
  onCopy,
  onRemove,
  onLock,
  onUnlock,
  onPrivacy,
  onAddresses,
}: EditorMenuProps) {
  const params = { pageId: String(page.id) };
  const [translating, setTranslating] = useState(false);
  const isManyTongued = useLocales().length > 1;
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label="More" title="More">
            <IconDots size={18} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {page.live && page.url && (
            <Menu.Item
              component="a"
              href={page.url}
              target="_blank"
              rel="noreferrer"
              leftSection={<IconExternalLink {...icon} />}
            >
              Open the live page
            </Menu.Item>
          )}
          <Menu.Item
            component={Link}
            {...({ to: '/pages/$pageId', params } as object)}
            leftSection={<IconLayoutList {...icon} />}
          >
            Pages below
          </Menu.Item>
          <Menu.Item onClick={onAddresses} leftSection={<IconRoute {...icon} />}>
            Addresses
          </Menu.Item>
          {page.can.addChild && (
            <Menu.Item
              component={Link}
              {...({ to: '/pages/$pageId/add', params } as object)}
              leftSection={<IconPlus {...icon} />}
            >
              Add page below
            </Menu.Item>
          )}
          {page.can.move && (
            <Menu.Item onClick={onMove} leftSection={<IconArrowsMove {...icon} />}>
              Move to another place
            </Menu.Item>
          )}
          {page.can.copy && (
            <Menu.Item onClick={onCopy} leftSection={<IconCopy {...icon} />}>
              Copy or mirror
            </Menu.Item>
          )}
          {page.can.translate && isManyTongued && (
            <Menu.Item onClick={() => setTranslating(true)} leftSection={<IconLanguage {...icon} />}>
              Translate
            </Menu.Item>
          )}
          {page.can.lock && (
            <Menu.Item onClick={onLock} leftSection={<IconLock {...icon} />}>
              Lock for others
            </Menu.Item>
          )}
          {page.can.unlock && (
            <Menu.Item onClick={onUnlock} leftSection={<IconLockOpen {...icon} />}>
              Unlock
            </Menu.Item>
          )}
          {page.can.privacy && (
            <Menu.Item onClick={onPrivacy} leftSection={<IconEyeOff {...icon} />}>
              Who may read it
            </Menu.Item>
          )}
          {page.can.delete && (
            <>
              <Menu.Divider />
              <Menu.Item onClick={onRemove} data-danger leftSection={<IconTrash {...icon} />}>
                Move to trash
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {translating && <TranslateDialog page={page} goThere onClose={() => setTranslating(false)} />}
    </>
  );
}
