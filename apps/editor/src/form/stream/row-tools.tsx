import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopyPlus, IconDots } from '@tabler/icons-react';
import { RowMenu, type RowMenuProps } from './row-menu';

const size = { size: 18, stroke: 1.75 };

/** The buttons at the right of an entry's head. */
export function RowTools(props: RowMenuProps) {
  const { index, last, full, actions } = props;
  return (
    <>
      <ActionIcon
        size={26}
        className="no-phone"
        disabled={index === 0}
        onClick={() => actions.move([index], index - 1)}
        aria-label="Move up"
      >
        <IconArrowUp {...size} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size={26}
        className="no-phone"
        disabled={last}
        onClick={() => actions.move([index], index + 1)}
        aria-label="Move down"
      >
        <IconArrowDown {...size} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size={26}
        className="no-phone"
        disabled={full !== null}
        onClick={() => actions.duplicate([index])}
        aria-label="Duplicate"
        title={full ?? undefined}
      >
        <IconCopyPlus {...size} aria-hidden />
      </ActionIcon>
      <Menu width={230}>
        <Menu.Target>
          <ActionIcon size={26} aria-label="More">
            <IconDots {...size} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <RowMenu {...props} />
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
