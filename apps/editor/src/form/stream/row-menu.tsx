import { Menu } from '@mantine/core';
import {
  IconArrowBarToDown,
  IconArrowBarToUp,
  IconArrowDown,
  IconArrowUp,
  IconClipboard,
  IconCopy,
  IconCopyPlus,
  IconCut,
  IconFolderSymlink,
  IconPlus,
  IconSelector,
  IconTrash,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { keptBlocks } from '../model/block-clipboard';
import { useSpineList } from './spine-context';
import type { ListActions } from './use-list-actions';

export interface RowMenuProps {
  index: number;
  last: boolean;
  label: string;
  actions: ListActions;
  removable: boolean;
  full: string | null;
  folded: boolean;
  onFold: () => void;
  onAdd: ((index: number) => void) | undefined;
  /** Asks for another list. */
  onMoveElsewhere: () => void;
}

const size = { size: 18, stroke: 1.75 };

/** All that can be done with an entry, for those who do not drag or hover. */
export function RowMenu(props: RowMenuProps) {
  const { index, last, label, actions, removable, full, folded, onFold, onAdd, onMoveElsewhere } = props;
  const { blocks, ids } = useSpineList();
  const copied = blocks && keptBlocks();
  const refused = copied ? blocks.refuses(copied) : null;
  return (
    <>
      {item(<IconSelector {...size} aria-hidden />, folded ? 'Unfold' : 'Fold', onFold)}
      {item(<IconCopyPlus {...size} aria-hidden />, 'Duplicate', () => actions.duplicate([index]), full !== null)}
      {blocks && item(<IconCopy {...size} aria-hidden />, 'Copy', () => blocks.copy([index]))}
      {blocks &&
        item(
          <IconCut {...size} aria-hidden />,
          'Cut',
          () => {
            blocks.copy([index]);
            actions.remove([index], label);
          },
          !removable,
        )}
      {copied && (
        <Menu.Item
          leftSection={<IconClipboard {...size} aria-hidden />}
          onClick={() => blocks.paste(index + 1, copied)}
          disabled={refused !== null}
          title={refused ?? undefined}
        >
          {copied.length === 1 ? `Paste “${copied[0]!.label}” below` : `Paste ${copied.length} blocks below`}
        </Menu.Item>
      )}
      <Menu.Divider />
      {item(<IconArrowUp {...size} aria-hidden />, 'Move up', () => actions.move([index], index - 1), index === 0)}
      {item(<IconArrowDown {...size} aria-hidden />, 'Move down', () => actions.move([index], index + 1), last)}
      {item(<IconArrowBarToUp {...size} aria-hidden />, 'Move to the top', () => actions.move([index], 0), index === 0)}
      {item(
        <IconArrowBarToDown {...size} aria-hidden />,
        'Move to the end',
        () => actions.move([index], ids().length - 1),
        last,
      )}
      {blocks && item(<IconFolderSymlink {...size} aria-hidden />, 'Move elsewhere', onMoveElsewhere)}
      {onAdd && <Menu.Divider />}
      {onAdd && item(<IconPlus {...size} aria-hidden />, 'Add above', () => onAdd(index))}
      {onAdd && item(<IconPlus {...size} aria-hidden />, 'Add below', () => onAdd(index + 1))}
      <Menu.Divider />
      <Menu.Item
        leftSection={<IconTrash {...size} aria-hidden />}
        data-danger
        onClick={() => actions.remove([index], label)}
        disabled={!removable}
      >
        Delete
      </Menu.Item>
    </>
  );
}

function item(icon: ReactNode, words: string, run: () => void, disabled = false): ReactNode {
  return (
    <Menu.Item leftSection={icon} onClick={run} disabled={disabled}>
      {words}
    </Menu.Item>
  );
}
