import { Popover } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconClipboard, IconPlus } from '@tabler/icons-react';
import { memo, type ReactElement, type ReactNode, useState } from 'react';
import { ChooserDialog } from '../../choosers/chooser-dialog';
import type { FieldOptions } from '../contract';
import { useActive } from '../form-context';
import { type CopiedBlock, keptBlocks } from '../model/block-clipboard';
import { BlockPicker } from './block-picker';
import css from './spine.module.css';
import type { EntryActions } from './use-entry-actions';

interface InsertLineProps {
  index: number;
  /** The block above; the line shows itself below the one somebody works on. */
  before?: string;
  options: FieldOptions;
  /** How many blocks there are, where that can refuse another. */
  count: number;
  /** Why a type can't be added now, or `null`. */
  refuse: (type: string) => string | null;
  onInsert: (index: number, type: string) => void;
  end?: boolean;
  /** Opened from a block's menu. */
  asked: boolean;
  onClose: () => void;
  actions: EntryActions;
}

/** The line between two blocks where a new one can be added. */
export const InsertLine = memo(function InsertLine({
  index,
  before = '',
  options,
  refuse,
  onInsert,
  end,
  asked,
  onClose,
  actions,
}: InsertLineProps) {
  const [opened, setOpened] = useState(false);
  const follows = useActive(before);
  const blocks = options.blocks ?? [];
  const only = blocks.length === 1 ? blocks[0]! : null;
  const open = opened || asked;
  const close = () => {
    setOpened(false);
    onClose();
  };
  const pick = (type: string) => {
    close();
    onInsert(index, type);
  };
  const reason =
    blocks.length === 0
      ? 'No block types are declared here.'
      : blocks.every((block) => refuse(block.name) !== null)
        ? refuse(blocks[0]!.name)
        : null;
  const button = (
    <button
      type="button"
      className={css.add}
      disabled={reason !== null}
      title={reason ?? undefined}
      aria-haspopup={only ? undefined : 'dialog'}
      aria-expanded={only ? undefined : open}
      onClick={() => (only ? pick(only.name) : setOpened(true))}
    >
      <IconPlus size={15} aria-hidden />
      {only ? `Add ${only.label.toLowerCase()}` : 'Add a block'}
    </button>
  );
  return (
    <div className={css.insert} data-insert data-shown={follows || open || undefined} data-end={end || undefined}>
      {open ? (
        <PickerAt button={button} start={end === true} onClose={close}>
          <BlockPicker blocks={blocks} refuse={refuse} onPick={pick} />
          <PasteLine
            actions={actions}
            onPaste={(copied) => {
              close();
              actions.paste(index, copied);
            }}
          />
        </PickerAt>
      ) : (
        button
      )}
    </div>
  );
});

/** Offers what was copied, where it fits. */
function PasteLine({ actions, onPaste }: { actions: EntryActions; onPaste: (copied: CopiedBlock[]) => void }) {
  const copied = keptBlocks();
  if (!copied || actions.refuses(copied) !== null) return null;
  return (
    <button type="button" className={css.paste} onClick={() => onPaste(copied)}>
      <IconClipboard size={18} stroke={1.75} aria-hidden />
      {copied.length === 1 ? `Paste “${copied[0]!.label}”` : `Paste ${copied.length} copied blocks`}
    </button>
  );
}

/** Puts the picker under its button, or on a phone over the whole page. */
function PickerAt({
  button,
  start,
  onClose,
  children,
}: {
  button: ReactElement;
  start: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const phone = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  if (phone)
    return (
      <>
        {button}
        <ChooserDialog title="Add a block" size={480} onClose={onClose}>
          {children}
        </ChooserDialog>
      </>
    );
  return (
    <Popover
      opened
      onChange={(next) => !next && onClose()}
      trapFocus
      returnFocus
      width={420}
      position={start ? 'bottom-start' : 'bottom'}
      shadow="md"
      withinPortal
    >
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown p={0}>{children}</Popover.Dropdown>
    </Popover>
  );
}
