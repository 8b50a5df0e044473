import { Popover } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ChooserDialog } from '../../choosers/chooser-dialog';
import type { FieldOptions } from '../contract';
import { BlockPicker } from './block-picker';
import css from './spine.module.css';

interface InsertLineProps {
  index: number;
  options: FieldOptions;
  /** Why a type can't be added now, or `null`. */
  refuse: (type: string) => string | null;
  onInsert: (index: number, type: string) => void;
  shown?: boolean;
  end?: boolean;
  /** Opened from a block's menu. */
  asked?: boolean;
  onClose?: () => void;
}

/** The line between two blocks where a new one can be added. */
export function InsertLine({ index, options, refuse, onInsert, shown, end, asked = false, onClose }: InsertLineProps) {
  const [opened, setOpened] = useState(false);
  const phone = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  const blocks = options.blocks ?? [];
  const only = blocks.length === 1 ? blocks[0]! : null;
  const open = opened || asked;
  const close = () => {
    setOpened(false);
    onClose?.();
  };
  const pick = (type: string) => {
    close();
    onInsert(index, type);
  };
  const reason = blocks.length === 0 ? 'No block types are declared here.' : blocks.every((block) => refuse(block.name) !== null) ? refuse(blocks[0]!.name) : null;
  const button = (
    <button type="button" className={css.add} disabled={reason !== null} title={reason ?? undefined} aria-haspopup={only ? undefined : 'dialog'} aria-expanded={only ? undefined : open}
      onClick={() => (only ? pick(only.name) : setOpened(true))}>
      <IconPlus size={15} aria-hidden />{only ? `Add ${only.label.toLowerCase()}` : 'Add a block'}
    </button>
  );
  const picker = <BlockPicker blocks={blocks} refuse={refuse} onPick={pick} />;
  return (
    <div className={css.insert} data-insert data-shown={shown || open || undefined} data-end={end || undefined}>
      {open && !phone
        ? (
          <Popover opened onChange={(next) => !next && close()} trapFocus returnFocus width={420} position={end ? 'bottom-start' : 'bottom'} shadow="md" withinPortal>
            <Popover.Target>{button}</Popover.Target>
            <Popover.Dropdown p={0}>{picker}</Popover.Dropdown>
          </Popover>
        )
        : button}
      {open && phone && <ChooserDialog title="Add a block" size={480} onClose={close}>{picker}</ChooserDialog>}
    </div>
  );
}
