import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconArrowsMove,
  IconCopy,
  IconDots,
  IconExternalLink,
  IconLanguage,
  IconPencil,
  IconPlus,
  IconSend,
  IconStack2,
  IconTrash,
  IconWorldOff,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { PageRow } from '../../api';

interface PageMenuProps {
  page: PageRow;
  onPublish?: () => void;
  /** The page and all below it at once. */
  onBelow?: (verb: 'publish' | 'unpublish') => void;
  onTakeOffline: () => void;
  onMove: () => void;
  onCopy: () => void;
  onTranslate?: (() => void) | undefined;
  onRemove: () => void;
  onUp?: (() => void) | undefined;
  onDown?: (() => void) | undefined;
  /** Leaves out what the screen already offers. */
  short?: boolean;
}
const icon = { size: 16, stroke: 1.75 };

/** “…” of a page: everything that can be done to it. */
export function PageMenu({
  page,
  onPublish,
  onBelow,
  onTakeOffline,
  onMove,
  onCopy,
  onTranslate,
  onRemove,
  onUp,
  onDown,
  short,
}: PageMenuProps) {
  const params = { pageId: String(page.id) };
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={`Actions for ${page.title}`} title="Actions">
          <IconDots size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!short && page.can.edit && (
          <Menu.Item
            component={Link}
            {...({ to: '/pages/$pageId/edit', params } as object)}
            leftSection={<IconPencil {...icon} />}
          >
            Edit
          </Menu.Item>
        )}
        {!short && page.can.addChild && (
          <Menu.Item
            component={Link}
            {...({ to: '/pages/$pageId/add', params } as object)}
            leftSection={<IconPlus {...icon} />}
          >
            Add page below
          </Menu.Item>
        )}
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
        {onPublish && page.can.publish && page.hasUnpublishedChanges && (
          <Menu.Item onClick={onPublish} leftSection={<IconSend {...icon} />}>
            {page.live ? 'Publish changes' : 'Publish page'}
          </Menu.Item>
        )}
        {onBelow && page.can.publish && page.childCount > 0 && (
          <Menu.Item onClick={() => onBelow('publish')} leftSection={<IconStack2 {...icon} />}>
            Publish with all pages below
          </Menu.Item>
        )}
        {(onUp ?? onDown) && <Menu.Divider />}
        {onUp && (
          <Menu.Item onClick={onUp} leftSection={<IconArrowUp {...icon} />}>
            Move up
          </Menu.Item>
        )}
        {onDown && (
          <Menu.Item onClick={onDown} leftSection={<IconArrowDown {...icon} />}>
            Move down
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
        {onTranslate && page.can.translate && (
          <Menu.Item onClick={onTranslate} leftSection={<IconLanguage {...icon} />}>
            Translate
          </Menu.Item>
        )}
        {(page.can.unpublish && page.live) || page.can.delete ? <Menu.Divider /> : null}
        {page.can.unpublish && page.live && (
          <Menu.Item onClick={onTakeOffline} leftSection={<IconWorldOff {...icon} />}>
            Take offline
          </Menu.Item>
        )}
        {onBelow && page.can.publish && page.childCount > 0 && (
          <Menu.Item onClick={() => onBelow('unpublish')} leftSection={<IconStack2 {...icon} />}>
            Take offline with all pages below
          </Menu.Item>
        )}
        {page.can.delete && (
          <Menu.Item onClick={onRemove} data-danger leftSection={<IconTrash {...icon} />}>
            Move to trash
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
